package dev.photofinish.misty.users;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.auth.Tokens;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/** Sign-in with a password, renewal with a refresh token, and who one is. */
public final class SignIn implements Feature {

    private final Users users;
    private final Tokens tokens;

    public SignIn(Users users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public void addTo(Routes routes) {
        routes.openPost("/api/auth/login", this::login);
        routes.openPost("/api/auth/refresh", this::refresh);
        routes.get("/api/auth/me", Gate.SIGNED_IN, this::me);
    }

    private Answer login(Call call) {
        Credentials credentials = call.body(Credentials.class);
        Document user = users.byName(credentials.username())
                .filter(found -> Users.admits(found, credentials.password()))
                .orElseThrow(() -> Refusal.unauthorized("Incorrect username or password"));
        return Answer.bare(session(user, tokens.refresh(caller(user))));
    }

    /** The refresh token is a query parameter and stays the same, as in the original. */
    private Answer refresh(Call call) {
        String token = call.requiredQuery("refresh_token");
        Document user = tokens.readRefresh(token)
                .flatMap(caller -> users.byName(caller.username()))
                .filter(found -> !Boolean.FALSE.equals(found.getBoolean("is_active")))
                .orElseThrow(() -> Refusal.unauthorized("Invalid refresh token"));
        return Answer.bare(session(user, token));
    }

    private Answer me(Call call) {
        return Answer.bare(shown(users.byName(call.caller().username()).orElseThrow(() -> Refusal.notFound("User"))));
    }

    private Map<String, Object> session(Document user, String refreshToken) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("access_token", tokens.access(caller(user)));
        session.put("refresh_token", refreshToken);
        session.put("token_type", "bearer");
        session.put("user", shown(user));
        return session;
    }

    private static Caller caller(Document user) {
        return new Caller(user.getString("id"), user.getString("username"), Role.of(user.getString("role")));
    }

    private static Map<String, Object> shown(Document user) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String field : new String[] {"id", "username", "full_name", "role", "email"}) {
            shown.put(field, user.get(field));
        }
        return shown;
    }

    /** The body of a sign-in; its text form hides the password. */
    record Credentials(String username, String password) {

        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }
}
