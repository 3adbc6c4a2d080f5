package dev.photofinish.misty.users;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.auth.Passwords;
import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** The accounts, in {@code users}; user names and e-mail addresses are unique by index. */
public final class Users {

    private static final int LIST_CAP = 1000;

    private final MongoCollection<Document> users;
    private final InstantSource clock;

    public Users(Store store, InstantSource clock) {
        this.users = store.collection("users");
        this.clock = clock;
        store.unique("users", "id");
        store.unique("users", "username");
        store.unique("users", "email");
    }

    /** Creates the documented accounts where they are missing. */
    public void seed(String adminPassword, String password) {
        seed("admin", Role.ADMIN, adminPassword);
        for (String suffix : List.of("a", "b")) {
            seed("sales-" + suffix, Role.SALES, password);
            seed("manager-" + suffix, Role.MANAGER, password);
            seed("production-" + suffix, Role.PRODUCTION_TEAM, password);
        }
    }

    /**
     * Inserts an account and answers its id.
     *
     * @throws Refusal 400 if the user name or the e-mail address is taken
     */
    public String create(NewUser user) {
        String id = UUID.randomUUID().toString();
        try {
            users.insertOne(document(id, user));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw Refusal.badRequest("Username or email already exists");
            }
            throw e;
        }
        return id;
    }

    public Optional<Document> byName(String username) {
        return Optional.ofNullable(users.find(Filters.eq("username", username)).first());
    }

    public Optional<Document> byId(String id) {
        return Optional.ofNullable(users.find(Filters.eq("id", id)).first());
    }

    public Iterable<Document> list() {
        return users.find().sort(Sorts.ascending("username")).limit(LIST_CAP);
    }

    /** Every account that can sign in. */
    public Iterable<Document> active() {
        return users.find(Filters.ne("is_active", false));
    }

    /** Whether the account is active and the password is its own. */
    static boolean admits(Document user, String password) {
        String hash = Optional.ofNullable(user.getString("hashed_password"))
                .or(() -> Optional.ofNullable(user.getString("password_hash")))
                .orElse("");
        return !Boolean.FALSE.equals(user.getBoolean("is_active")) && Passwords.matches(password, hash);
    }

    private void seed(String username, Role role, String password) {
        if (byName(username).isEmpty()) {
            try {
                create(NewUser.seeded(username, role, password));
            } catch (Refusal anotherServerWasFirst) {
                // Two servers that start at once on one database; the account is there, which is all that is wanted.
            }
        }
    }

    private Document document(String id, NewUser user) {
        return new Document("id", id)
                .append("username", user.username())
                .append("email", user.email())
                .append("hashed_password", Passwords.hash(user.password()))
                .append("full_name", user.fullName())
                .append("role", user.role().orElse(Role.PRODUCTION_TEAM).id())
                .append("department", user.department().orElse(null))
                .append("phone", user.phone().orElse(null))
                .append("employment_type", user.employmentType().orElse("full_time"))
                .append("is_active", true)
                .append("created_at", Date.from(clock.instant()));
    }
}
