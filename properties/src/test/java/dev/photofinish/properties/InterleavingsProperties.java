package dev.photofinish.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Interleavings;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the explorer's enumeration promises, for contests of any small size. */
class InterleavingsProperties {

    @Property(tries = 60)
    void everyInterleavingComesExactlyOnce(
            @ForAll @IntRange(min = 1, max = 4) int a,
            @ForAll @IntRange(min = 1, max = 4) int b,
            @ForAll @IntRange(min = 1, max = 3) int c) {
        Interleavings interleavings = Interleavings.of(Map.of("A", a, "B", b, "C", c));

        List<Schedule> all = interleavings.byPreemptions().toList();

        assertThat(all).hasSize(interleavings.count().intValueExact()).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(schedule -> assertThat(
                                List.of(schedule.stepsOf("A"), schedule.stepsOf("B"), schedule.stepsOf("C")))
                        .containsExactly(a, b, c));
    }

    @Property(tries = 60)
    void fewestPreemptionsComeFirst(
            @ForAll @IntRange(min = 1, max = 5) int a, @ForAll @IntRange(min = 1, max = 5) int b) {
        List<Integer> preemptions = Interleavings.of(Map.of("A", a, "B", b))
                .byPreemptions()
                .map(Schedule::preemptions)
                .toList();

        assertThat(preemptions).isSorted().startsWith(0, 0);
    }
}
