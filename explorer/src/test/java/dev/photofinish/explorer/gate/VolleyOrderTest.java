package dev.photofinish.explorer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Contest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolleyOrderTest {

    private final VolleyOrder order = new VolleyOrder();

    @Test
    void isTheAlphabetsFirst() {
        order.came(3);

        assertThat(taken("c", "a", "b")).containsExactly("a", "b", "c");
    }

    @Test
    void thenTheOppositeSoThatOfAnyTwoEachHasBeenTheFirst() {
        order.came(3);

        order.next();

        assertThat(taken("a", "b", "c")).containsExactly("c", "b", "a");
        assertThat(taken("a", "b")).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 6", "4, 24"})
    void thenEveryOtherOnce(int widest, int orders) {
        order.came(widest);
        List<List<String>> seen = new ArrayList<>();
        Set<List<String>> ofTwo = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        String[] all = List.of("a", "b", "c", "d").subList(0, widest).toArray(String[]::new);

        do {
            seen.add(taken(all));
            ofTwo.add(taken("x", "y"));
        } while (order.next() == Contest.Orders.ANOTHER);

        assertThat(seen).hasSize(orders).doesNotHaveDuplicates();
        assertThat(ofTwo).hasSize(Math.min(2, orders));
        assertThat(order.next()).isEqualTo(Contest.Orders.ALL_TRIED);
    }

    @Test
    void ofTooManyNotAllAreTried() {
        order.came(5);

        assertThat(order.next()).isEqualTo(Contest.Orders.ANOTHER);
        assertThat(taken("a", "b", "c", "d", "e")).containsExactly("e", "d", "c", "b", "a");
        assertThat(order.next()).isEqualTo(Contest.Orders.TOO_MANY);
    }

    @Test
    void endsAsItBegan() {
        order.came(2);
        order.next();

        order.isTheFirst();

        assertThat(taken("b", "a")).containsExactly("a", "b");
    }

    private List<String> taken(String... came) {
        List<String> left = new ArrayList<>(List.of(came));
        List<String> taken = new ArrayList<>();
        while (!left.isEmpty()) {
            String first = order.first(left, Function.identity());
            left.remove(first);
            taken.add(first);
        }
        return taken;
    }
}
