package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Contest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * In which order commands are taken that come at once: in the alphabet's first, which does not depend on time, then in the opposite one,
 * then in every other, as long as no more than four came at once. An order is a number; its digits in the factorial number system say
 * which of those that are left is the next (Lehmer's code: Knuth, The Art of Computer Programming, volume 2, 3.3.2). For one thread at a
 * time.
 */
final class VolleyOrder {

    /** Of four there are 24 orders, of five 120. */
    private static final int FEW = 4;

    private int widest = 1;
    private int tried;

    /** So many commands came at once. */
    void came(int number) {
        widest = Math.max(widest, number);
    }

    Contest.Orders next() {
        if (tried + 1 < orders()) {
            tried++;
            return Contest.Orders.ANOTHER;
        }
        return widest > FEW ? Contest.Orders.TOO_MANY : Contest.Orders.ALL_TRIED;
    }

    /** As in the beginning. */
    void isTheFirst() {
        tried = 0;
    }

    private int orders() {
        return widest > FEW ? 2 : factorial(widest);
    }

    /** Which of those that are there is taken. */
    <T> T first(Collection<T> came, Function<T, String> shape) {
        List<T> sorted = came.stream().sorted(Comparator.comparing(shape)).toList();
        return sorted.get(place(sorted.size()));
    }

    private int place(int size) {
        if (widest > FEW || size > FEW) {
            return tried == 0 ? 0 : size - 1;
        }
        return number() / factorial(size - 1) % size;
    }

    /** The second to be tried is the last: the opposite. */
    private int number() {
        return switch (tried) {
            case 0 -> 0;
            case 1 -> factorial(widest) - 1;
            default -> tried - 1;
        };
    }

    private static int factorial(int number) {
        int product = 1;
        for (int factor = 2; factor <= number; factor++) {
            product *= factor;
        }
        return product;
    }
}
