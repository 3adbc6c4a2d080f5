package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Explanation;
import java.util.List;
import java.util.Optional;

/** Why a schedule without a switch breaks a rule that holds when each contender begins after the one before it. */
final class BegunTooEarly {

    private BegunTooEarly() {}

    /** @param order the contenders, the first one first */
    static Explanation explanation(List<String> order) {
        String first = order.getFirst();
        String later = String.join(" and ", order.subList(1, order.size()));
        return new Explanation(
                Optional.empty(),
                ("The commands come one after the other, but %s began before %s was over: what it does before its"
                    + " first command, such as a look at something in memory, came too early. Begun after %s's answer,"
                    + " it keeps the rule.")
                        .formatted(later, first, first),
                List.of());
    }
}
