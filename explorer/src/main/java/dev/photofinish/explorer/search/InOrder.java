package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.schedule.Interleavings;
import java.util.List;

/**
 * One contender after the other: a serial order.
 *
 * @param order who goes before whom; where the first cannot go on, the next one does
 */
record InOrder(List<String> order) implements Pilot {

    InOrder {
        order = List.copyOf(order);
    }

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        return Decision.Go.of(next(now));
    }

    /** @param now where somebody is enabled */
    String next(Situation now) {
        List<String> enabled = now.enabled();
        return order.stream().filter(enabled::contains).findFirst().orElseThrow();
    }

    /** All of them, that in which the contenders are named first. */
    static List<InOrder> all(List<String> contenders) {
        return Interleavings.serialOrders(contenders).stream().map(InOrder::new).toList();
    }
}
