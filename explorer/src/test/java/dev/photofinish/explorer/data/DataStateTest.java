package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be done with the data of an exploration, from the first execution to the last. */
@EveryEngine
class DataStateTest {

    private final Image first;
    private final Image second;
    private final CannotBegin why = new CannotBegin("Somebody else writes.");

    DataStateTest(TestDatabase database) {
        this.first = Image.of(database.client(), Set.of());
        this.second = Image.of(database.client(), Set.of());
    }

    @Test
    void areGivenFirstAndPutBackFromThenOn() {
        DataState ungiven = new DataState.Ungiven();

        assertThat(ungiven.isYetToBeGiven()).isTrue();
        assertThat(ungiven.givenAgain()).isEqualTo(ungiven);
        assertThat(ungiven.given(first)).isEqualTo(new DataState.Imaged(first));
        assertThat(ungiven.given(first).isYetToBeGiven()).isFalse();
    }

    @Test
    void arePutBackOnceMoreBeforeTheyAreGivenAgain() {
        DataState outdated = new DataState.Imaged(first).givenAgain();

        assertThat(outdated.isYetToBeGiven()).isTrue();
        assertThat(outdated.image()).containsSame(first);
        assertThat(outdated.given(second).image()).containsSame(second);
        assertThat(outdated.given(second).isYetToBeGiven()).isFalse();
    }

    @Test
    void areRefusedForEverButPutBackInTheEnd() {
        DataState refused = new DataState.Imaged(first).refused(why);

        assertThat(refused.image()).containsSame(first);
        assertThat(refused.givenAgain().refusal()).containsSame(why);
        assertThat(refused.given(second).refusal()).containsSame(why);
        assertThat(refused.left().refusal()).containsSame(why);
        assertThat(refused.left().image()).isEmpty();
    }

    @Test
    void whatThereIsAfterTheLastExecutionStays() {
        assertThat(new DataState.Imaged(first).left().image()).isEmpty();
    }
}
