package dev.photofinish.scenarios.yaml;

import java.util.List;
import java.util.Map;

/** A path into a file as a person would say it: {@code accepted of operation allocate-stock}. */
final class Place {

    /** What an entry of these maps and lists is called. */
    private static final Map<String, String> ENTRY = Map.of(
            "operations", "operation",
            "invariants", "invariant",
            "contenders", "contender",
            "users", "role",
            "given", "step",
            "then", "step",
            "cleanup", "step",
            "do", "step",
            "login", "request",
            "any of", "ending");

    private Place() {}

    static String of(List<String> path) {
        if (path.isEmpty()) {
            return "the file";
        }
        String last = path.getLast();
        List<String> before = path.subList(0, path.size() - 1);
        if (isIndex(last)) {
            int number = Integer.parseInt(last) + 1;
            String list = before.isEmpty() ? "" : before.getLast();
            String entry = ENTRY.getOrDefault(list, "entry");
            return list.equals("do")
                    ? entry + " " + number + " of " + of(before.subList(0, before.size() - 1))
                    : entry + " " + number + " of " + of(before);
        }
        if (before.size() == 1
                && ENTRY.containsKey(before.getFirst())
                && !before.getFirst().equals("login")) {
            return ENTRY.get(before.getFirst()) + " " + last;
        }
        return before.isEmpty() ? last : last + " of " + of(before);
    }

    private static boolean isIndex(String element) {
        return element.chars().allMatch(Character::isDigit);
    }
}
