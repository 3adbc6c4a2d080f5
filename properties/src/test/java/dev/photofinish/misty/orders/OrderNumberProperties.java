package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users enter orders, some one, some several, by any schedule of their commands. */
class OrderNumberProperties {

    private static final AtomicInteger YEARS = new AtomicInteger(2100);

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Property(tries = 120, seed = "21")
    void numbersAreUniqueAndWithoutHoles(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 3) Integer> orders,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertUniqueAndWithoutHoles(Hazards.none(), orders, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "22")
    void withTheirHazardOnTheyAreNot(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 3) Integer> orders,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertUniqueAndWithoutHoles(Arena.only(Hazard.ORDER_NUMBER), orders, schedule);
    }

    /** Each try has a year of its own, so that its numbers begin with 1. */
    private static void assertUniqueAndWithoutHoles(Hazards hazards, List<Integer> ordersOfEach, List<Integer> schedule)
            throws InterruptedException {
        Year year = Year.of(YEARS.getAndIncrement());
        Orders orders = new Orders(ARENA.store(hazards), Clock.systemUTC());
        OrderNumbers numbers = OrderNumbers.with(hazards, ARENA.store(hazards));

        Played played = ARENA.play(ordersOfEach, (count, by) -> enter(count, orders, numbers, year), schedule);

        List<String> told = IntStream.range(0, ordersOfEach.size())
                .boxed()
                .flatMap(contender -> numbersTold(played, contender).stream())
                .toList();
        assertThat(told)
                .as("numbers by %s", played.schedule())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, told.size())
                        .mapToObj(number -> OrderNumbers.format(year, number))
                        .toList());
    }

    private static List<String> enter(int count, Orders orders, OrderNumbers numbers, Year year) {
        List<String> entered = new ArrayList<>();
        for (int order = 0; order < count; order++) {
            String number = numbers.next(year);
            orders.insert(new Order(new Document(Order.ID, UUID.randomUUID().toString())
                    .append(Order.NUMBER, number)
                    .append("created_at", Instant.EPOCH)));
            entered.add(number);
        }
        return entered;
    }

    private static List<String> numbersTold(Played played, int contender) {
        return ((List<?>) played.accepted(contender).orElseThrow())
                .stream().map(String.class::cast).toList();
    }
}
