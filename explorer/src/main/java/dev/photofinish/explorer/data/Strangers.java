package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who writes to the contest's collections past the gate, as far as it shows in the data.
 *
 * @param found a few words each: {@code shop.items past the gate: 12 documents}
 * @param jobs where background jobs have changed what is the contest's, or was there before it
 */
record Strangers(List<String> found, Set<MongoNamespace> jobs) {

    static Strangers in(Map<MongoNamespace, Account> accounts) {
        List<String> found = new ArrayList<>();
        accounts.forEach((namespace, account) -> {
            int documents = account.strangers().size();
            if (documents > 0) {
                found.add(words(namespace, documents, account.shared()));
            }
        });
        Set<MongoNamespace> jobs = accounts.entrySet().stream()
                .filter(account -> account.getValue().jobs() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return new Strangers(List.copyOf(found), jobs);
    }

    private static String words(MongoNamespace namespace, int documents, int shared) {
        String some = documents == 1 ? "1 document" : documents + " documents";
        String ofBoth = shared == 0 ? "" : ", " + shared + " of which the contest has written, too";
        return namespace.getFullName() + " past the gate: " + some + ofBoth;
    }

    /**
     * What there is to be said, if there are any.
     *
     * @param followed the collections of which the application goes on reading what comes or changes
     */
    Optional<String> sentence(Set<String> followed) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String itself = followed.isEmpty()
                ? ""
                : " The application itself goes on reading " + String.join(", ", followed)
                        + " all the time: if it writes when something changes there (a change stream), it does so when"
                        + " data are put back, too, which looks the same. Then run the given steps for each schedule"
                        + " instead: --fresh given.";
        return Optional.of("Somebody else writes to " + String.join(", and to ", found)
                + ". Nothing of that was put back or deleted. What was seen meanwhile proves nothing:"
                + " stop what else uses this database, give it the gate's address as well, or explore"
                + " on a database of its own." + itself);
    }
}
