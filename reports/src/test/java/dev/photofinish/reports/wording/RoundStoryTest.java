package dev.photofinish.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Lane;
import dev.photofinish.reports.SampleWitnesses;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundStoryTest {

    @Test
    void saysWhatEveryoneWasTold() {
        assertThat(new RoundStory(SampleWitnesses.oversell()).told()).isEqualTo("A and B were both accepted.");
        assertThat(new RoundStory(SampleWitnesses.manyInvoices()).told())
                .isEqualTo("A and B were accepted, C was refused, D and E failed.");
    }

    @Test
    void saysWhoCrossedTheLineFirst() {
        assertThat(new RoundStory(SampleWitnesses.oversell()).finish())
                .isEqualTo("Released within 4 µs, A first. A crossed the line first at 1,204 µs, B 88 µs later.");
    }

    @Test
    void countsFromTheRaceNotFromTheReadsBeforeIt() {
        assertThat(new RoundStory(SampleWitnesses.lostEdit()).finish())
                .isEqualTo("Released within 3 µs, A first. A crossed the line first at 2,433 µs, B 297 µs later.");
    }

    @Test
    void namesWhoHadNoAnswer() {
        assertThat(new RoundStory(SampleWitnesses.manyInvoices()).finish())
                .isEqualTo("Released within 9 µs, A first. B crossed the line first at 4,204 µs, A 186 µs later, "
                        + "C 2,786 µs later, D 3,256 µs later, E had no answer.");
    }

    @Test
    void tellsEveryRequestInTheOrderOfRelease() {
        List<String> lines = new RoundStory(SampleWitnesses.lostEdit()).lines();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("B (sales-b) sent get-order at 3 µs: 200 accepted at 700 µs: {");
        assertThat(lines.get(2)).startsWith("A (sales-a) sent update-order at 905 µs: 200 accepted at 2,433 µs: {");
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        List<String> lines = new RoundStory(SampleWitnesses.manyInvoices()).lines();

        assertThat(lines.getLast())
                .isEqualTo("E (manager-4) sent generate-invoice at 9 µs: no answer, failed: No answer within 10 s.");
    }

    @Test
    void copesWithARoundThatNeverStarted() {
        Witness nobody = new Witness(
                1, Verdict.INCONCLUSIVE, List.of(), List.of(new Lane("A", "admin", List.of())), "photofinish race");

        RoundStory story = new RoundStory(nobody);

        assertThat(story.told()).isEqualTo("No contender sent anything.");
        assertThat(story.finish()).isEqualTo("Nobody was released.");
        assertThat(story.lines()).isEmpty();
    }
}
