package dev.photofinish.explorer.oracle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Somewhere that values stand: what one contender was told, or a document.
 *
 * @param name the contender's, or the namespace
 * @param fields its values; the order of a document's fields does not count
 */
record Site(String name, List<Field> fields) {

    /**
     * A value, and where it stands.
     *
     * @param place the same in every execution, such as {@code shop.orders /items/#/quantity}
     * @param path such as {@code /items/0/quantity}; a field's name can be a generated value, too
     */
    record Field(String place, Leaf path, Leaf value) {}

    Site {
        fields = List.copyOf(fields);
    }

    /** Each value by its path. */
    SortedMap<String, String> rendered(UnaryOperator<String> aliases) {
        SortedMap<String, String> rendered = new TreeMap<>();
        fields.forEach(field ->
                rendered.put(field.path().rendered(aliases), field.value().rendered(aliases)));
        return rendered;
    }
}
