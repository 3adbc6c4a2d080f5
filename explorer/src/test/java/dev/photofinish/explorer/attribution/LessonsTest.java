package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.attribution.Lessons.Impression;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTest {

    private static final List<String> BOTH = List.of("A", "B");
    private static final Duration QUICK = Duration.ofMillis(10);
    private static final Impression NOTHING_UNUSUAL = new Impression(Set.of(), true, 0, QUICK);
    private static final Impression UNUSUAL = new Impression(Set.of("A"), true, 0, QUICK);

    private final Lessons lessons = new Lessons();

    static Stream<Impression> afterWhichThereIsAnother() {
        return Stream.of(
                UNUSUAL,
                new Impression(Set.of(), false, 0, QUICK),
                new Impression(Set.of(), true, 1, QUICK),
                new Impression(Set.of(), true, 0, Duration.ofMillis(11)));
    }

    @Test
    void oneIsEnoughIfItWasQuickAndNothingWasUnusual() {
        assertThat(isALesson(BOTH)).isTrue();
        lessons.end(NOTHING_UNUSUAL);

        assertThat(isALesson(BOTH)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("afterWhichThereIsAnother")
    void andTwoAreEnoughInAnyCase(Impression doubtful) {
        lessons.begin(BOTH);
        lessons.end(doubtful);

        assertThat(isALesson(BOTH)).isTrue();
        lessons.end(doubtful);
        assertThat(isALesson(BOTH)).isFalse();
    }

    @Test
    void whoSurprisesLaterIsWatchedOnceMore() {
        lessons.begin(BOTH);
        lessons.end(NOTHING_UNUSUAL);
        lessons.begin(BOTH);
        lessons.end(UNUSUAL);

        assertThat(isALesson(BOTH)).isTrue();
    }

    @Test
    void whatIsSlowLaterIsNoReason() {
        lessons.begin(BOTH);
        lessons.end(NOTHING_UNUSUAL);
        lessons.begin(BOTH);
        lessons.end(new Impression(Set.of(), false, 1, Duration.ofSeconds(1)));

        assertThat(isALesson(BOTH)).isFalse();
    }

    @Test
    void whoDidNotTakePartIsWatchedWhenItDoes() {
        lessons.begin(List.of("A"));
        lessons.end(NOTHING_UNUSUAL);

        assertThat(isALesson(List.of("A"))).isFalse();
        assertThat(isALesson(BOTH)).isTrue();
    }

    private boolean isALesson(List<String> contenders) {
        return !lessons.begin(contenders).equals(Hesitation.Pauses.NONE);
    }
}
