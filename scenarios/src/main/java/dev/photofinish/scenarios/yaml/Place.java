package dev.photofinish.scenarios.yaml;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A path into a file as a person would say it: {@code accepted of operation allocate-stock}. */
final class Place {

    /** Maps whose keys are names of the author's, with what those name. */
    private static final Map<String, String> NAMED =
            Map.of("operations", "operation", "invariants", "invariant", "contenders", "contender", "users", "role");

    /** The keys of {@code contenders} that name no contender. */
    private static final Set<String> CROWD = Set.of("count", "as", "do");

    /** What the items of lists are called. */
    private static final Map<String, String> ITEMS = Map.of(
            "given", "step", "then", "step", "cleanup", "step", "do", "step", "login", "request", "any of", "ending");

    /** Lists that go without saying: {@code step 2 of contender A}. */
    private static final Set<String> UNSAID = Set.of("do", "any of");

    private Place() {}

    static String of(List<String> path) {
        if (path.isEmpty()) {
            return "the file";
        }
        String last = path.getLast();
        List<String> before = path.subList(0, path.size() - 1);
        if (last.chars().allMatch(Character::isDigit) && !before.isEmpty()) {
            return item(Integer.parseInt(last) + 1, before);
        }
        if (before.size() == 1 && NAMED.containsKey(before.getFirst()) && !CROWD.contains(last)) {
            return NAMED.get(before.getFirst()) + " " + last;
        }
        String key = last.contains(" ") ? "\"" + last + "\"" : last;
        return before.isEmpty() ? key : key + " of " + of(before);
    }

    private static String item(int number, List<String> list) {
        String name = list.getLast();
        List<String> owner = UNSAID.contains(name) ? list.subList(0, list.size() - 1) : list;
        return ITEMS.getOrDefault(name, "entry") + " " + number + " of " + of(owner);
    }
}
