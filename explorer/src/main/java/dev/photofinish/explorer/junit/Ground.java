package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.FreshData;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the data of a test become what they are to be before each schedule. */
sealed interface Ground {

    FreshData maker();

    /**
     * Why the schedules did not begin with the same data, if that is known.
     *
     * @param written the namespaces that the contenders have changed
     */
    Optional<String> complaint(Set<String> written);

    /** The test has said nothing. */
    record Left() implements Ground {

        @Override
        public FreshData maker() {
            return () -> {};
        }

        @Override
        public Optional<String> complaint(Set<String> written) {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            ("The contenders write %s, and nothing makes the data fresh before each schedule, so that"
                                            + " each was judged by what those before it had left. Say freshData(…), or %s.")
                                    .formatted(String.join(", ", written), restoring(written)));
        }
    }

    /** The test makes them. */
    record Made(FreshData maker) implements Ground {

        @Override
        public Optional<String> complaint(Set<String> written) {
            return Optional.empty();
        }
    }

    /** These namespaces are put back. */
    record Restored(Set<String> named, FreshData maker) implements Ground {

        @Override
        public Optional<String> complaint(Set<String> written) {
            Set<String> missing = new TreeSet<>(written);
            missing.removeAll(named);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            ("The contenders write %s, and %s does not put that back, so that each schedule was judged"
                                            + " by what those before it had left. Name all that they write: %s.")
                                    .formatted(
                                            String.join(", ", missing),
                                            restoring(new TreeSet<>(named)),
                                            restoring(written)));
        }
    }

    private static String restoring(Set<String> names) {
        return names.stream().collect(Collectors.joining("\", \"", "restoring(\"", "\")"));
    }
}
