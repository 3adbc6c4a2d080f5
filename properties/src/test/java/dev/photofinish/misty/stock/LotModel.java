package dev.photofinish.misty.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One lot, one call after the other. A history is linearizable if its answers and its end are those of the calls in some order
 * (Herlihy and Wing, TOPLAS 1990); all calls of a contest overlap, so every order will do.
 */
final class LotModel {

    private int left;

    private LotModel(int left) {
        this.left = left;
    }

    /** What an allocation leaves, or that it is refused; a correction answers nothing. */
    private Optional<Integer> apply(StockCall call) {
        return switch (call) {
            case StockCall.Allocate allocate -> take(allocate.quantity());
            case StockCall.Count count -> {
                left = count.quantity();
                yield Optional.of(0);
            }
        };
    }

    private Optional<Integer> take(int quantity) {
        if (quantity > left) {
            return Optional.empty();
        }
        left -= quantity;
        return Optional.of(left);
    }

    /**
     * @param answers what each call was told: what was left, 0 for a correction, nothing if refused
     */
    static boolean linearizable(int initially, List<StockCall> calls, List<Optional<Integer>> answers, int atLast) {
        return orders(calls.size()).stream().anyMatch(order -> {
            LotModel lot = new LotModel(initially);
            return order.stream().allMatch(call -> lot.apply(calls.get(call)).equals(answers.get(call)))
                    && lot.left == atLast;
        });
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(size - 1)) {
            for (int place = 0; place <= shorter.size(); place++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(place, size - 1);
                orders.add(order);
            }
        }
        return orders;
    }
}
