package dev.photofinish.misty.users;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Passwords;
import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The accounts, in {@code users}; user names and e-mail addresses are unique by index. */
public final class Users {

    /** Both names under which the original keeps a password's hash. */
    static final Set<String> HASHES = Set.of("hashed_password", "password_hash");

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
        unlessTaken(() -> users.insertOne(document(id, user)));
        return id;
    }

    /**
     * Changes the given fields of an account.
     *
     * @throws Refusal 400 if the new user name or e-mail address is taken or nothing is given, 404 if there is no such account
     */
    void change(String id, UserChange change) {
        List<Bson> fields = change.fields().entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList();
        if (fields.isEmpty()) {
            throw Refusal.badRequest("No field to change is given");
        }
        found(unlessTaken(() -> users.updateOne(Filters.eq("id", id), Updates.combine(fields)))
                .getMatchedCount());
    }

    /** @throws Refusal 404 if there is no such account */
    void delete(String id) {
        found(users.deleteOne(Filters.eq("id", id)).getDeletedCount());
    }

    /**
     * Replaces the password if the current one is right and nobody else has replaced it meanwhile.
     *
     * @throws Refusal 400 if the current password is wrong, 404 if the account is gone, 409 if another change was first
     */
    void changePassword(String id, String current, String replacement) {
        Document user = byId(id).orElseThrow(() -> Refusal.notFound("User"));
        if (!admits(user, current)) {
            throw Refusal.badRequest("Current password is incorrect");
        }
        long changed = users.updateOne(
                        Filters.and(
                                Filters.eq("id", id),
                                Filters.eq("hashed_password", user.getString("hashed_password")),
                                Filters.eq("password_hash", user.getString("password_hash"))),
                        Updates.combine(
                                Updates.set("hashed_password", Passwords.hash(replacement)),
                                Updates.unset("password_hash")))
                .getMatchedCount();
        if (changed == 0) {
            throw Refusal.conflict("The password was changed by somebody else meanwhile");
        }
    }

    public Optional<Document> byName(String username) {
        return Optional.ofNullable(users.find(Filters.eq("username", username)).first());
    }

    public Optional<Document> byId(String id) {
        return Optional.ofNullable(users.find(Filters.eq("id", id)).first());
    }

    public FindIterable<Document> list() {
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

    private static void found(long accounts) {
        if (accounts == 0) {
            throw Refusal.notFound("User");
        }
    }

    private static <T> T unlessTaken(Supplier<T> write) {
        try {
            return write.get();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw Refusal.badRequest("Username or email already exists");
            }
            throw e;
        }
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
