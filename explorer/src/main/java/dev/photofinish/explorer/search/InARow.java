package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * Why a schedule breaks a rule in which no command of one contender comes between those of another.
 *
 * @param order the contenders, the first one first
 */
record InARow(List<String> order) {

    /** It is broken where each contender begins when the one before it is over, too. */
    Explanation wrongAnyway() {
        return explanation(
                "It is broken one after the other, too (%s): no command of one need come between those of another."
                        .formatted(String.join(", then ", order)));
    }

    /** It is not. */
    Explanation begunTooEarly() {
        String first = order.getFirst();
        String later = String.join(" and ", order.subList(1, order.size()));
        return explanation(
                ("The commands come one after the other, but %s began before %s was over: what it does before its"
                                + " first command, such as a look at something in memory, came too early. Begun after %s's answer,"
                                + " it keeps the rule.")
                        .formatted(later, first, first));
    }

    /**
     * It is not, and somebody had to wait while another went on.
     *
     * @param waited who had to
     */
    Explanation begunInTheWay(List<String> waited) {
        String first = order.getFirst();
        String later = String.join(" and ", order.subList(1, order.size()));
        return explanation(
                ("The commands come one after the other, but %s began before %s was over, and %s had to wait in the"
                                + " application, as for a lock. Begun after %s's answer, it keeps the rule.")
                        .formatted(later, first, String.join(" and ", waited), first));
    }

    private static Explanation explanation(String sentence) {
        return new Explanation(Optional.empty(), sentence, List.of());
    }
}
