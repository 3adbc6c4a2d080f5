package dev.photofinish.explorer.oracle;

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

    int answered(String contender) {
        return answered.applyAsInt(contender);
    }
}
