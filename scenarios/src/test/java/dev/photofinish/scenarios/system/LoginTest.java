package dev.photofinish.scenarios.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way of signing in. */
class LoginTest {

    private static final User ERIN = TestSystems.withLogin("none").user("clerk", 0);

    private final Scope session = Scope.at(Instant.EPOCH).with("user", ERIN.attributes());

    @Test
    void jsonBodyGivesABearerToken() {
        Login login =
                login("{ request: POST /login, body: { u: '{{user.name}}', p: '{{user.password}}' }, token: /t }");

        LoginRequest request = login.requests().getFirst();
        assertThat(request.request().render(session))
                .isEqualTo(new HttpCall(
                        "POST",
                        "/login",
                        List.of(new Header("Content-Type", "application/json")),
                        "{\"u\":\"erin\",\"p\":\"pä:ss\"}"));
        assertThat(Keep.all(request.keep(), new HttpAnswer(200, List.of(), "{\"t\":\"abc\"}")))
                .containsExactly(java.util.Map.entry("token", TextNode.valueOf("abc")));
        assertThat(login.headers(session.with("token", TextNode.valueOf("abc"))))
                .containsExactly(new Header("Authorization", "Bearer abc"));
    }

    @Test
    void tokenCanBeSentOtherwise() {
        Login login =
                login("{ request: POST /login, token: 'header:X-T', send: { headers: { X-Token: '{{token}}' } } }");

        assertThat(login.headers(session.with("token", TextNode.valueOf("abc"))))
                .containsExactly(new Header("X-Token", "abc"));
    }

    @Test
    void htmlFormGivesACookie() {
        Login login = login("{ request: POST /login, form: { user name: '{{user.name}}', pw: '{{user.password}}' } }");

        LoginRequest request = login.requests().getFirst();
        assertThat(request.request().render(session))
                .isEqualTo(new HttpCall(
                        "POST",
                        "/login",
                        List.of(new Header("Content-Type", "application/x-www-form-urlencoded")),
                        "user%20name=erin&pw=p%C3%A4%3Ass"));
        assertThat(request.accepted()).anyMatch(pattern -> pattern.fits(new HttpAnswer(302, List.of(), "")));
        assertThat(request.accepted()).noneMatch(pattern -> pattern.fits(new HttpAnswer(401, List.of(), "")));
        assertThat(login.headers(session)).isEmpty();
    }

    @Test
    void csrfFieldComesFromAnEarlierAnswer() {
        Login login = login("""

                  - { request: GET /login, keep: { csrf: 'regex:name="csrf" value="([^"]+)"' } }
                  - request: POST /login
                    form: { csrf: "{{csrf}}", name: "{{user.name}}" }
                    accepted: { status: 302, header: { location: /home } }
                """);

        HttpAnswer page = new HttpAnswer(200, List.of(), "<input name=\"csrf\" value=\"x1\">");
        Scope afterPage = session.withAll(Keep.all(login.requests().getFirst().keep(), page));
        assertThat(login.requests().getLast().request().render(afterPage).body())
                .isEqualTo("csrf=x1&name=erin");
        assertThat(login.kept()).containsExactly("csrf");
    }

    @Test
    void csrfHeaderComesFromACookie() {
        Login login = login(
                "{ request: GET /csrf, keep: { csrf: 'cookie:XSRF-TOKEN' }, send: { headers: { X-XSRF-TOKEN: '{{csrf}}' } } }");

        HttpAnswer answer =
                new HttpAnswer(204, List.of(new Header("Set-Cookie", "XSRF-TOKEN=a%3D%3D; Path=/; Secure")), "");
        Scope after = session.withAll(Keep.all(login.requests().getFirst().keep(), answer));
        assertThat(login.headers(after)).containsExactly(new Header("X-XSRF-TOKEN", "a=="));
    }

    @Test
    void whatLoginKeepsIsKnownToOperations() {
        SystemFile system = TestSystems.withLogin("{ request: GET /csrf, keep: { csrf: /csrf } }");

        assertThat(system.login().kept()).containsExactly("csrf");
    }

    @Test
    void basicAuthenticationNeedsNoRequest() {
        Login login = login("basic");

        assertThat(login.requests()).isEmpty();
        // base64 of "erin:pä:ss" in UTF-8
        assertThat(login.headers(session)).containsExactly(new Header("Authorization", "Basic ZXJpbjpww6Q6c3M="));
    }

    @Test
    void basicAuthenticationWithOtherWords() {
        Login login = login("{ basic: { username: '{{user.key}}', password: x } }");

        assertThat(login.headers(session)).containsExactly(new Header("Authorization", "Basic azE6eA=="));
    }

    @Test
    void fixedHeadersNeedNoRequest() {
        Login login = login("{ headers: { X-Api-Key: '{{user.key}}' } }");

        assertThat(login.requests()).isEmpty();
        assertThat(login.headers(session)).containsExactly(new Header("X-Api-Key", "k1"));
    }

    @Test
    void noneAsksNobody() {
        assertThat(login("none")).isEqualTo(new Login.None());
        assertThat(TestSystems.withOperation("request: GET /").login()).isEqualTo(new Login.None());
    }

    @Test
    void usersOfARoleTakeTurns() {
        SystemFile system = TestSystems.withLogin("none");

        assertThat(List.of(system.user("clerk", 0), system.user("clerk", 1), system.user("clerk", 2)))
                .extracting(User::name)
                .containsExactly("erin", "sam", "erin");
    }

    private static Login login(String yaml) {
        return TestSystems.withLogin(yaml).login();
    }
}
