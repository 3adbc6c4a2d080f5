package dev.photofinish.scenarios.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.deployment.TestApplication.Request;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of signing in, from the system file to the request that the application sees. */
class SessionTest {

    private static final String PASSWORD = "secret of erin";

    private TestApplication shop;
    private Optional<Deployment> opened = Optional.empty();

    @BeforeEach
    void openShop() throws IOException {
        shop = TestApplication.start();
    }

    @AfterEach
    void closeShop() {
        opened.ifPresent(Deployment::close);
        shop.close();
    }

    @Test
    void aJsonBodyGivesATokenThatEveryLaterRequestBears() throws Exception {
        shop.on("POST /login", this::tokenForTheRightPassword)
                .on("GET /me", request -> name(request.header("Authorization").replace("Bearer token-of-", "")));

        Reply reply = whoAmI(signIn("json-token", "clerk", 0));

        assertThat(reply.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(reply.kept()).containsEntry("me", TextNode.valueOf("erin"));
        assertThat(shop.requests("POST /login"))
                .singleElement()
                .satisfies(login -> assertThat(login.header("Content-Type")).isEqualTo("application/json"));
    }

    @Test
    void everySessionHasACookieJarOfItsOwn() throws Exception {
        shop.on(
                        "POST /shop/session",
                        request -> Answer.status(204)
                                .with(
                                        "Set-Cookie",
                                        "sid=" + json(request).path("username").asText() + "; Path=/shop; HttpOnly"))
                .on("GET /shop/me", request -> name(request.header("Cookie")));

        Session erin = signIn("session-cookie", "clerk", 0);
        Session sam = signIn("session-cookie", "clerk", 1);

        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("sid=erin"));
        assertThat(whoAmI(sam).kept()).containsEntry("me", TextNode.valueOf("sid=sam"));
        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("sid=erin"));
    }

    @Test
    void aCookieIsSentBackAsItCameAndOnlyWhereItBelongs() throws Exception {
        // Max-Age makes java.net take it for a cookie of RFC 2965, which no application speaks
        shop.on(
                        "POST /shop/session",
                        request -> Answer.status(204)
                                .with("Set-Cookie", "sid=a.b=c; Path=/shop; Max-Age=3600; SameSite=Lax"))
                .on("GET /shop/me", request -> name(request.header("Cookie")))
                .on("GET /elsewhere", request -> name("<" + request.header("Cookie") + ">"));

        Session erin = signIn("session-cookie", "clerk", 0);

        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("sid=a.b=c"));
        assertThat(perform(erin, "look-elsewhere").kept()).containsEntry("me", TextNode.valueOf("<>"));
    }

    @Test
    void aCookieThatAnAnswerTakesBackIsGone() throws Exception {
        shop.on("POST /shop/session", request -> Answer.status(204).with("Set-Cookie", "sid=1; Path=/shop"))
                .on(
                        "POST /shop/sign-out",
                        request -> Answer.status(204)
                                .with("Set-Cookie", "sid=; Path=/shop; Expires=Thu, 01 Jan 1970 00:00:00 GMT"))
                .on("GET /shop/me", request -> name("<" + request.header("Cookie") + ">"));
        Session erin = signIn("session-cookie", "clerk", 0);

        perform(erin, "sign-out");

        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("<>"));
    }

    @Test
    void anHtmlFormIsSentWithTheHiddenFieldOfItsPage() throws Exception {
        shop.on(
                        "GET /login",
                        request -> new Answer(
                                        200, Map.of(), "<form><input type=hidden name=\"csrf\" value=\"c-17\"></form>")
                                .with("Set-Cookie", "visit=v1"))
                .on(
                        "POST /login",
                        request -> Answer.redirect(shop.url()
                                        + (request.body().equals("csrf=c-17&name=erin&password=p%26ss%3D1")
                                                        && request.header("Cookie")
                                                                .equals("visit=v1")
                                                ? "/home"
                                                : "/login?again"))
                                .with("Set-Cookie", "sid=erin"))
                .on("GET /me", request -> name(request.header("Cookie")));

        Session erin = signIn("csrf-form", "clerk", 0);

        assertThat(whoAmI(erin).kept().values())
                .singleElement()
                .isIn(TextNode.valueOf("visit=v1; sid=erin"), TextNode.valueOf("sid=erin; visit=v1"));
        assertThat(shop.requests("POST /login"))
                .singleElement()
                .satisfies(login ->
                        assertThat(login.header("Content-Type")).startsWith("application/x-www-form-urlencoded"));
    }

    @Test
    void aRedirectElsewhereMeansThatTheFormWasNotAccepted() {
        shop.on("GET /login", request -> new Answer(200, Map.of(), "name=\"csrf\" value=\"c\""))
                .on("POST /login", request -> Answer.redirect("/login?error"));

        assertThatThrownBy(() -> signIn("csrf-form", "clerk", 0))
                .isInstanceOf(CannotSignIn.class)
                .hasMessageContaining("status 302 to POST /login")
                .hasMessageNotContaining("p&ss=1");
    }

    @Test
    void aCsrfCookieIsRepeatedInAHeaderOfEveryLaterRequest() throws Exception {
        shop.on("GET /start", request -> Answer.status(200).with("Set-Cookie", "XSRF-TOKEN=x%2Fy; Path=/"))
                .on(
                        "POST /login",
                        request -> Answer.status(request.header("X-XSRF-TOKEN").equals("x/y") ? 204 : 403))
                .on("POST /me", request -> name(request.header("X-XSRF-TOKEN") + " " + request.header("Cookie")));

        Reply reply = whoAmI(signIn("csrf-header", "clerk", 0));

        assertThat(reply.kept()).containsEntry("me", TextNode.valueOf("x/y XSRF-TOKEN=x%2Fy"));
    }

    @Test
    void basicAuthenticationNeedsNoRequestOfItsOwn() throws Exception {
        shop.on("GET /me", request -> name(decoded(request.header("Authorization"))));

        Session erin = signIn("basic", "clerk", 0);

        assertThat(shop.requests("GET /me")).isEmpty();
        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("erin:pä:ss"));
    }

    @Test
    void fixedHeadersAreEveryUsersOwn() throws Exception {
        shop.on("GET /me", request -> name(request.header("X-Api-Key") + ", " + request.header("X-Tenant")));

        assertThat(whoAmI(signIn("fixed-headers", "clerk", 0)).kept())
                .containsEntry("me", TextNode.valueOf("k-erin, tenant of erin"));
        assertThat(whoAmI(signIn("fixed-headers", "clerk", 1)).kept())
                .containsEntry("me", TextNode.valueOf("k-sam, tenant of sam"));
    }

    @Test
    void withoutALoginNothingIsAdded() throws Exception {
        shop.on("GET /me", request -> name("<" + request.header("Authorization") + request.header("Cookie") + ">"));

        assertThat(whoAmI(signIn("none", "anyone", 0)).kept()).containsEntry("me", TextNode.valueOf("<>"));
    }

    @Test
    void aRequestsOwnHeaderGoesBeforeTheSystems() throws Exception {
        shop.on("GET /me", request -> name(request.header("Accept-Language")));

        Session erin = signIn("fixed-headers", "clerk", 0);

        assertThat(perform(erin, "in-english").kept()).containsEntry("me", TextNode.valueOf("en"));
        assertThat(whoAmI(erin).kept()).containsEntry("me", TextNode.valueOf("de"));
    }

    @Test
    void aRequestsOwnHeaderGoesBeforeTheLogins() throws Exception {
        shop.on("GET /me", request -> name(decoded(request.header("Authorization"))));

        Session erin = signIn("basic", "clerk", 0);

        assertThat(perform(erin, "as-another").kept()).containsEntry("me", TextNode.valueOf("sam:x"));
    }

    @Test
    void aWrongPasswordIsSaidWithoutThePassword() {
        shop.on("POST /login", request -> Answer.status(401));

        assertThatThrownBy(() -> signIn("json-token", "clerk", 0))
                .isInstanceOf(CannotSignIn.class)
                .hasMessage(
                        "Signing in as erin (clerk) was answered with status 401 to POST /login. Are name and password"
                                + " in the system file (or its environment variables) right for this deployment?");
    }

    @Test
    void aLoginWithoutTheTokenThatItIsToGiveIsNone() {
        shop.on("POST /login", request -> Answer.json("{\"token\": \"elsewhere\"}"));

        assertThatThrownBy(() -> signIn("json-token", "clerk", 0))
                .isInstanceOf(CannotSignIn.class)
                .hasMessageContaining("the answer (status 200) has no /access_token to keep as \"token\"");
    }

    @Test
    void whereNobodyAnswersNobodySignsIn() {
        Deployment deployment = deployment("json-token");
        shop.close();

        assertThatThrownBy(() -> deployment.session(deployment.system().user("clerk", 0)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining(String.valueOf(shop.url().getPort()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanks", "https://other.example/thanks"})
    void aRedirectCanMeanYes(String location) throws Exception {
        shop.on("POST /buy", request -> Answer.redirect(location));

        assertThat(buy().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRedirectCanMeanNo() throws Exception {
        shop.on("POST /buy", request -> Answer.redirect("/cart?empty"));

        assertThat(buy().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aTextInTheBodyCanMeanNo() throws Exception {
        shop.on("POST /buy", request -> new Answer(200, Map.of(), "<p>Sorry, sold out.</p>"));

        assertThat(buy().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanksgiving", "/"})
    void aRedirectThatNobodyExpectedHasFailed(String location) throws Exception {
        shop.on("POST /buy", request -> Answer.redirect(location));

        assertThat(buy().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anAcceptedAnswerWithoutWhatIsToBeKeptHasFailed() throws Exception {
        shop.on("GET /me", request -> Answer.json("{\"nickname\": \"e\"}"));

        Reply reply = whoAmI(signIn("none", "anyone", 0));

        assertThat(reply.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(reply.flaw()).hasValue("the answer (status 200) has no /name to keep as \"me\"");
        assertThat(reply.kept()).isEmpty();
    }

    @Test
    void theSharedSessionOfARoleSignsInOnce() throws Exception {
        shop.on("POST /login", this::tokenForTheRightPassword).on("GET /me", request -> name("erin"));
        Deployment deployment = deployment("json-token");

        whoAmI(deployment.sessionOf("clerk"));
        whoAmI(deployment.sessionOf("clerk"));

        assertThat(shop.requests("POST /login")).hasSize(1);
        assertThat(shop.requests("GET /me")).hasSize(2);
    }

    private Reply buy() throws NoAnswerException {
        AtomicInteger page = new AtomicInteger();
        shop.on(
                        "GET /login",
                        request -> new Answer(200, Map.of(), "name=\"csrf\" value=\"" + page.incrementAndGet() + "\""))
                .on("POST /login", request -> Answer.redirect("/home"));
        Reply reply = perform(signIn("csrf-form", "clerk", 0), "buy");
        assertThat(shop.requests("POST /buy"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("csrf=1"));
        return reply;
    }

    private Answer tokenForTheRightPassword(Request request) throws IOException {
        JsonNode body = json(request);
        return body.path("password").asText().equals(PASSWORD)
                ? Answer.json(
                        "{\"access_token\": \"token-of-" + body.path("username").asText() + "\"}")
                : Answer.status(401);
    }

    private Session signIn(String system, String role, int place) throws NoAnswerException {
        Deployment deployment = opened.orElseGet(() -> deployment(system));
        return deployment.ownSession(deployment.system().user(role, place));
    }

    private Deployment deployment(String system) {
        SystemFile file = SystemFile.read(
                        Path.of("src/test/resources/sign-in", system + ".yaml"), name -> Optional.of(PASSWORD))
                .at(shop.url());
        try {
            Deployment deployment = Deployment.at(Endpoint.of(shop.url(), TlsTrust.system(), Timeouts.DEFAULT), file);
            opened = Optional.of(deployment);
            return deployment;
        } catch (NoAnswerException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Reply whoAmI(Session session) throws NoAnswerException {
        return perform(session, "who-am-i");
    }

    private Reply perform(Session session, String name) throws NoAnswerException {
        SystemFile system = opened.orElseThrow().system();
        Operation operation = Objects.requireNonNull(system.operations().get(name));
        return session.perform(operation, Map.of(), operation.keep(), Scope.at(Instant.EPOCH));
    }

    private static Answer name(String name) {
        return Answer.json("{\"name\": " + TextNode.valueOf(name) + "}");
    }

    private static JsonNode json(Request request) throws IOException {
        return new ObjectMapper().readTree(request.body());
    }

    private static String decoded(String basic) {
        return new String(Base64.getDecoder().decode(basic.replaceFirst("Basic ", "")), StandardCharsets.UTF_8);
    }
}
