package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReactionsTest {

    private final Reactions reactions = new Reactions();

    @Test
    void theSlowestOfAllCounts() {
        reactions.mayGoOn("A", 0);
        reactions.mayGoOn("B", 1);
        reactions.acts("B", 6);
        reactions.acts("A", 2);

        assertThat(reactions.slowest()).isEqualTo(Duration.ofNanos(5));
    }

    @Test
    void whileAContenderIsHeldItNeedNotReact() {
        reactions.mayGoOn("A", 0);
        reactions.acts("A", 1);
        reactions.acts("A", 1_000);
        reactions.mayGoOn("A", 2_000);
        reactions.acts("A", 2_003);

        assertThat(reactions.slowest()).isEqualTo(Duration.ofNanos(3));
    }
}
