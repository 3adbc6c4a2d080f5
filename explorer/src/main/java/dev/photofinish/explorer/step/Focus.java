package dev.photofinish.explorer.step;

import java.util.List;

/**
 * The fields of commands and answers that matter to whoever reads them, the most important first. A line has room for a few
 * fields only.
 *
 * @param fields paths
 */
public record Focus(List<String> fields) {

    /** None matters more than another. */
    public static final Focus NONE = new Focus(List.of());

    public Focus {
        fields = List.copyOf(fields);
    }

    /** The smaller, the more it matters: a field that is named, holds one that is, or lies in one. */
    public int rank(String path) {
        for (int place = 0; place < fields.size(); place++) {
            String field = fields.get(place);
            if (field.equals(path) || field.startsWith(path + ".") || path.startsWith(field + ".")) {
                return place;
            }
        }
        return fields.size();
    }
}
