package dev.photofinish.explorer.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The requests that contenders send, each an operation of its own: what a contender looked at first may rightly be old when it
 * sends its next one. So serial is every order of whole requests in which each contender's come in their order.
 *
 * <pre>
 *   A: look, write   B: look, write     A A B B   B B A A   A B A B   A B B A   B A B A   B A A B
 * </pre>
 *
 * What an application still does for a request after it has answered it is carried out with the contender's next one.
 *
 * <p>The last request that a contender sends may be refused: an abort of that request, not of those before it. A contender of
 * which only the whole is known is refused as a whole.
 */
public final class Requests {

    /** More orders than this are not run: as many as four contenders have who send one request each. */
    public static final int MOST_ORDERS = 24;

    private final Map<String, Integer> sent;
    private final ToIntFunction<String> answered;

    private Requests(Map<String, Integer> sent, ToIntFunction<String> answered) {
        this.sent = Map.copyOf(sent);
        this.answered = answered;
    }

    /**
     * @param sent by contender: how many requests it sends if nothing goes wrong, at least one
     * @param answered how many of a contender's have been answered in the execution that is open; it is asked while nobody runs
     */
    public static Requests of(Map<String, Integer> sent, ToIntFunction<String> answered) {
        return new Requests(sent, answered);
    }

    /** All that a contender does is one operation, whatever it sends. */
    public static Requests oneEach(List<String> contenders) {
        return new Requests(
                contenders.stream().collect(Collectors.toMap(Function.identity(), contender -> 1)), contender -> 0);
    }

    /** Whether all orders of them can be run. */
    public boolean areFew() {
        long orders = 1;
        int placed = 0;
        for (int requests : sent.values()) {
            for (int request = 1; request <= requests; request++) {
                placed++;
                orders = orders * placed / request;
                if (orders > MOST_ORDERS) {
                    return false;
                }
            }
        }
        return true;
    }

    int of(String contender) {
        return sent.getOrDefault(contender, 1);
    }

    boolean areSeveral() {
        return sent.values().stream().anyMatch(requests -> requests > 1);
    }

    /** How many of a contender's requests were accepted: all, or those before the one that was refused. */
    int accepted(String contender, Told told) {
        return switch (told.outcome()) {
            case ACCEPTED -> of(contender);
            case REFUSED -> Math.clamp(told.answers().size(), 1, of(contender)) - 1;
            case FAILED -> throw new IllegalArgumentException("nobody knows how far " + contender + " came");
        };
    }

    /** Who sends some of its requests in an order, but not all, and how many. */
    Map<String, Integer> endsAfter(List<String> order) {
        return order.stream()
                .distinct()
                .filter(contender -> Collections.frequency(order, contender) < of(contender))
                .collect(Collectors.toMap(Function.identity(), contender -> Collections.frequency(order, contender)));
    }

    boolean areAllIn(List<String> order) {
        return sent.keySet().stream().allMatch(contender -> Collections.frequency(order, contender) == of(contender));
    }

    int answered(String contender) {
        return answered.applyAsInt(contender);
    }
}
