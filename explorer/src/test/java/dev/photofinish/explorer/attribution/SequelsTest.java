package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SequelsTest {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Told ACCEPTED = new Told("200");
    private static final Told REFUSED = new Told("409");

    private final Sequels sequels = new Sequels(SETTLE);

    @Test
    void whatComesAfterAnAnswerIsWaitedForLongTheFirstTime() {
        assertThat(sequels.patience(answered(ACCEPTED))).isEqualTo(SETTLE);
    }

    @Test
    void nothingIsWaitedForWhereNothingCame() {
        sequels.learn(answered(ACCEPTED));

        assertThat(sequels.patience(answered(ACCEPTED))).isZero();
    }

    @Test
    void anotherKindOfAnswerIsAnotherWay() {
        sequels.learn(answered(ACCEPTED));

        assertThat(sequels.patience(answered(REFUSED))).isEqualTo(SETTLE);
    }

    @Test
    void whatCameLateIsWaitedForUntilItComes() {
        sequels.learn(goingOn(answered(ACCEPTED), "update shop.stock", 1_500));

        Visit next = answered(ACCEPTED);
        assertThat(sequels.patience(next)).isGreaterThan(Duration.ofMillis(1_500));
        goingOn(next, "update shop.stock", 10);
        assertThat(sequels.patience(next)).isZero();
    }

    @Test
    void whatComesTwiceIsWaitedForTwice() {
        sequels.learn(goingOn(goingOn(answered(ACCEPTED), "insert shop.mails", 10), "insert shop.mails", 10));

        Visit next = goingOn(answered(ACCEPTED), "insert shop.mails", 10);

        assertThat(sequels.patience(next)).isPositive();
    }

    @Test
    void whatItTeachesItselfDoesNotEndItsOwnWait() {
        Visit first = answered(ACCEPTED);
        sequels.learn(first);

        assertThat(sequels.patience(first)).isEqualTo(SETTLE);
        goingOn(first, "update shop.stock", 100);
        sequels.learn(first);
        assertThat(sequels.patience(answered(ACCEPTED))).isPositive();
        assertThat(sequels.sentences()).singleElement().asString().contains("update stock", "every time");
    }

    @Test
    void whatComesInSomeRunsOnlyIsNamedAndWaitedForEachTime() {
        sequels.learn(answered(ACCEPTED));
        sequels.learn(goingOn(answered(ACCEPTED), "update shop.stock", 100));
        sequels.learn(answered(ACCEPTED));

        assertThat(sequels.patience(answered(ACCEPTED))).isPositive();
        assertThat(sequels.sentences()).singleElement().asString().contains("update stock", "in some runs only");
    }

    @Test
    void onlyWhatNeverCameAfterSuchAnAnswerIsASurprise() {
        sequels.learn(goingOn(answered(ACCEPTED), "update shop.stock", 100));

        assertThat(sequels.expects(answered(ACCEPTED), "update shop.stock")).isTrue();
        assertThat(sequels.expects(answered(ACCEPTED), "find shop.jobs")).isFalse();
        assertThat(sequels.expects(answered(REFUSED), "find shop.jobs")).isTrue();
    }

    private static Visit answered(Told told) {
        Visit visit = new Visit();
        visit.sends("find shop.stock", 0);
        visit.mayGoOn(0);
        visit.isAnswered(told, 0);
        return visit;
    }

    private static Visit goingOn(Visit visit, String shape, long millisLater) {
        visit.mayGoOn(0);
        visit.sends(shape, Duration.ofMillis(millisLater).toNanos());
        return visit;
    }
}
