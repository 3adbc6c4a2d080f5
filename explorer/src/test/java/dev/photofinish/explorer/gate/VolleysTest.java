package dev.photofinish.explorer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.gate.Volleys.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolleysTest {

    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Moment BEGINNING = Moment.BEGINNING;

    private final Volleys volleys = new Volleys();

    @Test
    void whereNothingIsKnownQuietDecides() {
        assertThat(patience("find a")).isEqualTo(QUIET);
    }

    @Test
    void whatHasComeTwiceJustSoNeedNotBeWaitedFor() {
        volleys.came(BEGINNING, List.of("find a", "find b"));
        assertThat(patience("find b", "find a")).isEqualTo(QUIET);

        volleys.came(BEGINNING, List.of("find b", "find a"));
        assertThat(patience("find b", "find a")).isZero();
    }

    @Test
    void whatHasAlwaysComeWithTheRestIsWaitedForLonger() {
        volleys.came(BEGINNING, List.of("find a", "find b"));

        assertThat(patience("find a")).isGreaterThan(QUIET.multipliedBy(10));
        assertThat(patience("find c")).isEqualTo(QUIET);
    }

    @Test
    void whoSometimesSendsLessIsNotWaitedForLonger() {
        volleys.came(BEGINNING, List.of("find a", "find b"));
        volleys.came(BEGINNING, List.of("find a"));
        volleys.came(BEGINNING, List.of("find a"));

        assertThat(patience("find a")).isEqualTo(QUIET);
    }

    @Test
    void whatComesLateBelongsToTheRest() {
        volleys.came(BEGINNING, List.of("find a"));
        volleys.cameLater(BEGINNING, List.of("find a"), "find b");

        assertThat(patience("find a")).isGreaterThan(QUIET);
    }

    @Test
    void whatTheAnswersWereMakesAnotherMoment() {
        volleys.came(BEGINNING.after("find a READ").after("find b READ"), List.of("insert a", "update b"));

        assertThat(volleys.patience(BEGINNING.after("find b READ").after("find a READ"), List.of("update b"), QUIET))
                .as("in whatever order")
                .isGreaterThan(QUIET);
        assertThat(volleys.patience(BEGINNING.after("find a READ"), List.of("update b"), QUIET))
                .isEqualTo(QUIET);
    }

    private Duration patience(String... shapes) {
        return volleys.patience(BEGINNING, List.of(shapes), QUIET);
    }
}
