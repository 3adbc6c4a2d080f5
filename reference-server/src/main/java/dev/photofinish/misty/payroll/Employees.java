package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Numbers;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.Users;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The employees, in {@code employee_profiles}: at most one a user and one a number, by index. A user who has none gets one
 * when the list or the own profile is asked for. Safe for any thread.
 */
final class Employees {

    static final String COLLECTION = "employee_profiles";

    private static final int LIST_CAP = 1000;
    private static final String SEQUENCE = "employees";

    private final MongoCollection<Document> profiles;
    private final Users users;
    private final Numbers numbers;
    private final Clock clock;

    Employees(Store store, Users users, Clock clock) {
        this.profiles = store.collection(COLLECTION);
        this.users = users;
        this.numbers = new Numbers(store);
        this.clock = clock;
        store.unique(COLLECTION, "id");
        store.unique(COLLECTION, "user_id");
        store.unique(COLLECTION, "employee_number");
    }

    /** All profiles, after every active user got one. */
    Iterable<Document> list() {
        Set<String> known = profiles.distinct("user_id", String.class).into(new HashSet<>());
        for (Document user : users.active()) {
            if (!known.contains(user.getString("id"))) {
                profileOf(user);
            }
        }
        return profiles.find().sort(Sorts.ascending("employee_number")).limit(LIST_CAP);
    }

    /** @throws Refusal 404 */
    Document byId(String id) {
        return Optional.ofNullable(profiles.find(eq("id", id)).first()).orElseThrow(() -> Refusal.notFound("Employee"));
    }

    /**
     * The profile, if it is the caller's own or the caller does payroll.
     *
     * @throws Refusal 403, 404
     */
    Document openTo(Caller caller, String id) {
        Document profile = byId(id);
        if (!Gate.PAYROLL.opensFor(caller.role()) && !caller.userId().equals(profile.getString("user_id"))) {
            throw Refusal.forbidden("Only payroll may see or change what belongs to another employee");
        }
        return profile;
    }

    /** The caller's own profile, made now if there was none. */
    Document of(Caller caller) {
        return profileOf(users.byId(caller.userId()).orElseThrow(() -> Refusal.notFound("User")));
    }

    /**
     * Inserts an employee and answers the id.
     *
     * @throws Refusal 400 if the number is taken or the user has a profile
     */
    String create(NewEmployee employee) {
        Document profile = Profile.of(employee, clock);
        if (!inserted(profile)) {
            throw Refusal.badRequest("Employee number " + employee.employeeNumber() + " is taken, or user "
                    + employee.userId() + " has a profile already");
        }
        return profile.getString("id");
    }

    /** @throws Refusal 404 */
    void change(String id, EmployeeChange change) {
        List<Bson> assignments = change.assignments();
        if (assignments.isEmpty()) {
            byId(id);
        } else if (profiles.updateOne(eq("id", id), Updates.combine(assignments))
                        .getMatchedCount()
                == 0) {
            throw Refusal.notFound("Employee");
        }
    }

    /** Finds or inserts; whoever loses the race for the index finds the winner's. */
    private Document profileOf(Document user) {
        while (true) {
            Document found = profiles.find(eq("user_id", user.getString("id"))).first();
            if (found != null) {
                return found;
            }
            // A number that somebody entered by hand is passed over.
            Document profile =
                    Profile.ofUser(user, String.format(Locale.ROOT, "EMP%04d", numbers.next(SEQUENCE)), clock);
            if (inserted(profile)) {
                return profile;
            }
        }
    }

    private boolean inserted(Document profile) {
        try {
            profiles.insertOne(profile);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
