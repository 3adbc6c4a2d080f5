package dev.photofinish.misty.users;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Documents;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;

/** Making, changing and removing accounts, and changing one's own password. No answer ever holds a password's hash. */
public final class UserAdministration implements Feature {

    private final Users users;

    public UserAdministration(Users users) {
        this.users = users;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/api/auth/register", Gate.ADMIN_ONLY, this::register);
        routes.post("/api/users", Gate.ADMIN_ONLY, this::create);
        routes.get("/api/users", Gate.WORKING, this::list);
        routes.post("/api/users/change-password", Gate.SIGNED_IN, this::changePassword);
        routes.get("/api/users/{id}", Gate.ADMIN_ONLY, this::get);
        routes.put("/api/users/{id}", Gate.ADMIN_ONLY, this::change);
        routes.delete("/api/users/{id}", Gate.ADMIN_ONLY, this::delete);
    }

    private Answer register(Call call) {
        users.create(call.body(NewUser.class));
        return Answer.ok("User registered");
    }

    private Answer create(Call call) {
        return Answer.ok("User created", Map.of("id", users.create(call.body(NewUser.class))));
    }

    private Answer list(Call call) {
        return Answer.bare(users.list().map(UserAdministration::shown).into(new ArrayList<>()));
    }

    private Answer get(Call call) {
        return Answer.bare(shown(users.byId(call.path("id")).orElseThrow(() -> Refusal.notFound("User"))));
    }

    private Answer change(Call call) {
        users.change(call.path("id"), call.body(UserChange.class));
        return Answer.ok("User updated");
    }

    private Answer delete(Call call) {
        if (call.path("id").equals(call.caller().userId())) {
            throw Refusal.badRequest("You cannot delete your own account");
        }
        users.delete(call.path("id"));
        return Answer.ok("User deleted");
    }

    private Answer changePassword(Call call) {
        PasswordChange change = call.body(PasswordChange.class);
        users.changePassword(call.caller().userId(), change.currentPassword(), change.newPassword());
        return Answer.ok("Password changed");
    }

    private static Map<String, Object> shown(Document user) {
        Map<String, Object> shown = Documents.shown(user);
        shown.keySet().removeAll(Users.HASHES);
        return shown;
    }

    /** The body of a change of password; its text form hides both. */
    record PasswordChange(String currentPassword, String newPassword) {

        PasswordChange {
            InvalidField.notBlank("new_password", newPassword);
        }

        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}
