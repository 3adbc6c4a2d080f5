package dev.photofinish.explorer.oracle;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The opaque values that were there before the contest or occur in the requests: they mean the same in every execution. */
record Known(Given given, Set<String> requested) {

    static final Known NOTHING = new Known(Given.NOTHING, Set.of());

    static Known of(Result result) {
        Set<String> requested = new HashSet<>();
        result.requested().forEach(text -> {
            requested.add(text.toLowerCase(Locale.ROOT));
            requested.addAll(Opaque.all(text));
        });
        return new Known(result.given(), requested);
    }

    boolean contains(String value) {
        return given.contains(value) || requested.contains(value);
    }
}
