package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.ArrayList;
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
        return orders(contenders).stream().map(InOrder::new).toList();
    }

    private static List<List<String>> orders(List<String> contenders) {
        if (contenders.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : contenders) {
            List<String> others = new ArrayList<>(contenders);
            others.remove(first);
            for (List<String> rest : orders(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
