package dev.photofinish.explorer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastTheGateTest {

    private static final Set<String> USED = Set.of("shop.items");

    private final Tracks idle = new Tracks();
    private final PastTheGate past = new PastTheGate(idle);

    @Test
    void whatIsReadInEveryExecutionAndNeverElseIsReadByTheApplication() {
        idle.add(reads(2_500, Map.of()));
        past.executed(reads(100, Map.of("shop.items", 2L)));
        past.executed(reads(100, Map.of("shop.items", 1L)));

        assertThat(past.everyTime(USED))
                .get()
                .asString()
                .startsWith("The application reads shop.items past the gate while contenders run: 3 times in 2 of 2"
                        + " executions, and not once in the 2.5 s in which nobody ran.");
        assertThat(past.doubts(USED)).hasSize(1);
        assertThat(past.notes(USED)).isEmpty();
    }

    @Test
    void onceIsNotEveryTimeButADoubt() {
        idle.add(reads(2_500, Map.of()));
        past.executed(reads(100, Map.of("shop.items", 1L)));
        past.executed(reads(100, Map.of()));
        past.executed(reads(100, Map.of()));

        assertThat(past.everyTime(USED)).isEmpty();
        assertThat(past.doubts(USED))
                .singleElement()
                .asString()
                .startsWith(
                        "The application, or somebody else, reads shop.items past the gate while contenders run: once"
                                + " in 1 of 3 executions");
    }

    @Test
    void whatIsReadAsOftenWhileNobodyRunsIsSomebodyElses() {
        idle.add(reads(2_500, Map.of("shop.items", 5L)));
        for (int i = 0; i < 10; i++) {
            past.executed(reads(500, Map.of("shop.items", 1L)));
        }

        assertThat(past.everyTime(USED)).isEmpty();
        assertThat(past.doubts(USED)).isEmpty();
        assertThat(past.notes(USED))
                .containsExactly(
                        "Somebody else reads shop.items past the gate, whether contenders run or not: 10 times in 10"
                                + " of 10 executions, and 5 times in the 2.5 s in which nobody ran. That is no part of the"
                                + " contest.");
    }

    @Test
    void whatIsReadFarMoreOftenWhileContendersRunIsNot() {
        idle.add(reads(2_500, Map.of("shop.items", 5L)));
        for (int i = 0; i < 40; i++) {
            past.executed(reads(50, Map.of("shop.items", 2L)));
        }

        assertThat(past.everyTime(USED)).get().asString().contains("80 times in 40 of 40", "5 times in the 2.5 s");
        assertThat(past.notes(USED)).isEmpty();
    }

    @Test
    void otherCollectionsMayBeReadButNotWrittenEveryTime() {
        Map<String, Long> some = Map.of("shop.limits", 1L, "bank.accounts", 1L);
        past.executed(new Surplus(Duration.ofMillis(100), some, Map.of()));
        past.executed(new Surplus(Duration.ofMillis(100), some, Map.of()));

        assertThat(past.doubts(USED)).isEmpty();

        past.executed(new Surplus(Duration.ofMillis(100), Map.of(), some));
        past.executed(new Surplus(Duration.ofMillis(100), Map.of(), some));

        assertThat(past.doubts(USED))
                .singleElement()
                .asString()
                .startsWith("The application writes shop.limits past the gate while contenders run: 2 times in 2 of 4");
    }

    private static Surplus reads(long millis, Map<String, Long> reads) {
        return new Surplus(Duration.ofMillis(millis), reads, Map.of());
    }
}
