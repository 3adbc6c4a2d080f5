package dev.photofinish.scenarios.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user's sessions are the tabs of one browser: one sign-in, one cookie jar. */
class SharedSessionTest {

    private final AtomicInteger signIns = new AtomicInteger();
    private TestApplication shop;
    private Deployment deployment;

    @BeforeEach
    void openShop() throws IOException, NoAnswerException {
        shop = TestApplication.start();
        shop.on("POST /shop/session", request -> cookie("sid=" + signIns.incrementAndGet()));
        SystemFile system = SystemFile.read(
                        Path.of("src/test/resources/sign-in/session-cookie.yaml"),
                        name -> Optional.of("secret of erin"))
                .at(shop.url());
        deployment = Deployment.at(Endpoint.of(shop.url(), TlsTrust.system(), Timeouts.DEFAULT), system);
    }

    @AfterEach
    void closeShop() {
        deployment.close();
        shop.close();
    }

    @Test
    void aUserSignsInOnceForTheGivenStepsAndForEveryContender() throws Exception {
        Session given = deployment.sessionOf("clerk");
        Session tab = deployment.session(given.user());
        shop.on("GET /shop/me", request -> cookie("seen=yes"));

        whoAmI(given);
        whoAmI(tab);

        assertThat(signIns).hasValue(1);
        assertThat(cookiesSent()).containsExactly("sid=1", "sid=1; seen=yes");
    }

    @Test
    void aSessionOfItsOwnSharesNothing() throws Exception {
        Session shared = deployment.sessionOf("clerk");
        Session own = deployment.ownSession(shared.user());
        shop.on("GET /shop/me", request -> cookie("seen=yes"));

        whoAmI(shared);
        whoAmI(own);

        assertThat(cookiesSent()).containsExactly("sid=1", "sid=2");
    }

    @Test
    void whatTheLastRoundLeftIsForgottenButNotWhatTheSignInWasRenewedTo() throws Exception {
        Session tab = deployment.sessionOf("clerk");
        shop.on("GET /shop/me", request -> cookie("cart=7"));
        whoAmI(tab);
        shop.on("GET /shop/me", request -> cookie("sid=renewed"));
        whoAmI(tab);

        deployment.forgetLaterCookies();
        whoAmI(tab);

        assertThat(cookiesSent()).containsExactly("sid=1", "sid=1; cart=7", "sid=renewed");
    }

    @Test
    void cookiesAreRestoredAsTheyWereForEverybody() throws Exception {
        Session tab = deployment.sessionOf("clerk");
        Cookies before = deployment.cookies();
        Session own = deployment.ownSession(tab.user());
        shop.on("GET /shop/me", request -> cookie("sid=renewed"));
        whoAmI(tab);
        whoAmI(own);

        deployment.restore(before);
        whoAmI(tab);
        whoAmI(own);

        assertThat(cookiesSent()).containsExactly("sid=1", "sid=2", "sid=1", "sid=2");
    }

    private List<String> cookiesSent() {
        return shop.requests("GET /shop/me").stream()
                .map(request -> request.header("Cookie"))
                .toList();
    }

    private static Answer cookie(String cookie) {
        return Answer.json("{\"name\": \"erin\"}").with("Set-Cookie", cookie + "; Path=/shop");
    }

    private void whoAmI(Session session) throws NoAnswerException {
        var operation = Objects.requireNonNull(deployment.system().operations().get("who-am-i"));
        var unused = session.perform(operation, Map.of(), Map.of(), Scope.at(Instant.now()));
    }
}
