package dev.photofinish.explorer.oracle;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody has said not to compare: a document's field or a part of what contenders are told, and all that is in it.
 *
 * @param fields such as {@code people.address.street}: a collection, without its database, and a field; elements of arrays are
 *     not counted
 * @param pointers such as {@code /items/0/price}: a JSON pointer into an answer; {@code *} stands for any one name or number
 */
public record Uncompared(Set<String> fields, Set<String> pointers) {

    public static final Uncompared NOTHING = new Uncompared(Set.of(), Set.of());

    public Uncompared {
        fields = Set.copyOf(fields);
        pointers = pointers.stream()
                .map(pointer -> pointer.replaceAll("/\\d+(?=/|$)", "/#"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param entries a pointer begins with a slash, everything else is a field */
    public static Uncompared of(Set<String> entries) {
        Set<String> fields = new TreeSet<>(entries);
        Set<String> pointers =
                entries.stream().filter(entry -> entry.startsWith("/")).collect(Collectors.toSet());
        fields.removeAll(pointers);
        return new Uncompared(fields, pointers);
    }

    /** Whether the place is one of them; what is in it is not looked at then. */
    boolean covers(String place) {
        if (fields.isEmpty() && pointers.isEmpty()) {
            return false;
        }
        int end = place.indexOf(' ');
        String site = place.substring(0, end);
        String path = place.substring(end + 1);
        int answer = path.indexOf("/answers/#");
        return answer == 0
                ? pointers.stream().anyMatch(pointer -> matches(pointer, path.substring("/answers/#".length())))
                : fields.contains(site.substring(site.indexOf('.') + 1)
                        + path.replaceAll("/#(?=/|$)", "").replace('/', '.'));
    }

    private static boolean matches(String pointer, String path) {
        String[] wanted = pointer.split("/", -1);
        String[] there = path.split("/", -1);
        if (wanted.length != there.length) {
            return false;
        }
        for (int part = 0; part < wanted.length; part++) {
            if (!wanted[part].equals(there[part]) && !wanted[part].equals("*")) {
                return false;
            }
        }
        return true;
    }
}
