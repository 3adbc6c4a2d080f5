package dev.photofinish.reports;

import java.util.Collection;

/** What one round, or many of them, showed. Inconclusive never counts as held. */
public enum Verdict {
    HELD,
    INCONCLUSIVE,
    VIOLATED;

    /**
     * The verdict on several parts of one whole: a violation is evidence whatever else happened, and one part that could
     * not be judged leaves the whole unjudged. Of no parts at all nothing is known: {@link #INCONCLUSIVE}.
     */
    public static Verdict merge(Collection<Verdict> parts) {
        return parts.stream().max(Enum::compareTo).orElse(INCONCLUSIVE);
    }
}
