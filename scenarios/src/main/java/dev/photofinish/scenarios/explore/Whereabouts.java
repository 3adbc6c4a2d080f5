package dev.photofinish.scenarios.explore;

import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Whether the rules on data look where the application works: the gate sees which databases and collections that are. Rules that look
 * elsewhere would be kept whatever the application did.
 *
 * @param database where the rules look
 */
record Whereabouts(ScenarioFile scenario, Database database) {

    /**
     * A sentence with both names, if a rule looks elsewhere.
     *
     * @param used the collections that the application's commands were about, such as {@code shop.orders}
     */
    Optional<String> elsewhere(Collection<String> used) {
        List<Invariant.OnData> rules = scenario.invariants().stream()
                .filter(Invariant.OnData.class::isInstance)
                .map(Invariant.OnData.class::cast)
                .toList();
        if (rules.isEmpty() || used.isEmpty()) {
            return Optional.empty();
        }
        String name = database.mongo().getName();
        List<String> here = used.stream()
                .filter(namespace -> namespace.startsWith(name + "."))
                .map(namespace -> namespace.substring(name.length() + 1))
                .sorted()
                .toList();
        return here.isEmpty() ? Optional.of(otherDatabase(rules, name, used)) : otherCollection(rules, name, here);
    }

    private static String otherDatabase(List<Invariant.OnData> rules, String name, Collection<String> used) {
        String databases = used.stream()
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return ("The rules look at database %s (%s), but the application's commands went to database %s, so nothing"
                        + " could be judged. Give that one in --mongo, or as database: in the system file.")
                .formatted(name, named(rules), databases);
    }

    /**
     * One that holds something is looked at for a reason: a view, or what a given step inserts. One of several may be about what is
     * written only when two meet; whether it ever had anything to look at is seen at the end. Of a pair of operations many a rule is
     * about what neither of them makes.
     */
    private Optional<String> otherCollection(List<Invariant.OnData> rules, String name, List<String> used) {
        if (scenario.pairs().isPresent()
                || rules.stream().map(Invariant.OnData::collection).anyMatch(used::contains)) {
            return Optional.empty();
        }
        return rules.stream().anyMatch(rule -> holdsSomething(rule) || isAView(rule))
                ? Optional.empty()
                : Optional.of(
                        ("The rule %s looks at collection %s of database %s, which holds nothing; the application's"
                                        + " commands went to %s. Correct collection: in the system file.")
                                .formatted(
                                        rules.getFirst().name(),
                                        rules.getFirst().collection(),
                                        name,
                                        String.join(", ", used)));
    }

    private boolean holdsSomething(Invariant.OnData rule) {
        return database.mongo().getCollection(rule.collection()).find().first() != null;
    }

    /** It shows what another collection holds, though perhaps nothing of that today; the commands go to the other one. */
    private boolean isAView(Invariant.OnData rule) {
        return database.mongo()
                        .listCollections()
                        .filter(new Document("name", rule.collection()).append("type", "view"))
                        .first()
                != null;
    }

    private static String named(List<Invariant.OnData> rules) {
        return rules.stream().map(Invariant.OnData::name).collect(Collectors.joining(", "));
    }
}
