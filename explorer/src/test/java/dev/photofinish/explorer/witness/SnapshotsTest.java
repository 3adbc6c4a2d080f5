package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void withoutTransactionsStepsTakeEffectInTheirOrder() {
        assertThat(effects(step("A", "read", Part.NONE), step("B", "write", Part.NONE)))
                .containsExactly("A read", "B write");
    }

    @Test
    void aTransactionReadsWhatWasThereWhenItBegan() {
        assertThat(effects(
                        step("A", "read", Part.BEGINS),
                        step("B", "write", Part.NONE),
                        step("A", "read again", Part.CONTINUES)))
                .containsExactly("A read", "A read again", "B write");
    }

    @Test
    void itsWritesAreSeenWhenItCommits() {
        assertThat(effects(
                        step("A", "write", Part.BEGINS),
                        step("B", "read", Part.NONE),
                        step("A", "commit", Part.COMMITS)))
                .containsExactly("B read", "A write", "A commit");
    }

    @Test
    void whatIsAbortedHasNoEffect() {
        assertThat(effects(
                        step("A", "write", Part.BEGINS),
                        step("A", "abort", Part.ABORTS),
                        step("A", "write later", Part.BEGINS),
                        step("A", "commit", Part.COMMITS)))
                .containsExactly("A abort", "A write later", "A commit");
    }

    private static List<String> effects(Step... steps) {
        return Snapshots.inOrderOfEffect(List.of(steps), Function.identity()).stream()
                .map(step -> step.contender() + " " + step.command().text())
                .toList();
    }

    private static Step step(String contender, String text, Part part) {
        Mode mode = text.startsWith("read") ? Mode.READ : Mode.WRITE;
        return new Step(
                contender,
                1,
                new Command(text, text, text, List.of(new Access("bank", mode, Keys.UNKNOWN, Grain.ATOMIC)), part));
    }
}
