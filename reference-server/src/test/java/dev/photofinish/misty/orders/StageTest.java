package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void anOrderGoesThroughTheHouseStageByStage() {
        assertThat(Stage.of("order_entered").next()).contains(Stage.PENDING_MATERIAL);
        assertThat(Stage.of("invoicing").next()).contains(Stage.ACCOUNTING_TRANSACTION);
        assertThat(Stage.of("winding").previous()).contains(Stage.PAPER_SLITTING);
    }

    @Test
    void nothingComesBeforeTheFirstOrAfterTheLast() {
        assertThat(Stage.ORDER_ENTERED.previous()).isEmpty();
        assertThat(Stage.CLEARED.next()).isEmpty();
    }

    @Test
    void anUnknownStageIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.of("slitting"))
                .withMessageContaining("paper_slitting");
    }
}
