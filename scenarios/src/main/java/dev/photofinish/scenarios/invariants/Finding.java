package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.system.Invariant;
import java.util.List;
import java.util.OptionalLong;

/** What a check of one invariant found. */
public sealed interface Finding {

    Invariant invariant();

    Verdict verdict();

    /**
     * It was judged.
     *
     * @param looked how many documents it looked at; nothing where {@linkplain Looking that was not asked}
     * @param offenders everything that breaks the rule, as the invariant's pipeline or expression gives it
     */
    record Judged(Invariant invariant, OptionalLong looked, List<JsonNode> offenders) implements Finding {

        @Override
        public Verdict verdict() {
            return offenders.isEmpty() ? Verdict.HELD : Verdict.VIOLATED;
        }
    }

    /** It could not be judged; {@code why} is a sentence. */
    record Unjudged(Invariant invariant, String why) implements Finding {

        @Override
        public Verdict verdict() {
            return Verdict.INCONCLUSIVE;
        }
    }
}
