package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {

    @Test
    void everybodyBeginsWhenItsTurnComes() {
        Relay relay = new Relay(List.of("B", "A"));

        assertThat(relay.next()).contains(new Relay.Turn.Begins("B"));
        assertThat(relay.next()).contains(new Relay.Turn.Begins("A"));
        assertThat(relay.isLeft()).isFalse();
    }

    @Test
    void whoHasATurnToComeRestsUntilThen() {
        Relay relay = new Relay(List.of("A", "B", "A"));
        relay.next();

        var rest = relay.rests("A").orElseThrow();
        assertThat(relay.next()).contains(new Relay.Turn.Begins("B"));
        assertThat(rest.getCount()).isEqualTo(1);

        assertThat(relay.next()).hasValueSatisfying(turn -> ((Relay.Turn.GoesOn) turn).now());
        assertThat(rest.getCount()).isZero();
    }

    @Test
    void atItsLastTurnNobodyRests() {
        Relay relay = new Relay(List.of("A", "B"));
        relay.next();

        assertThat(relay.rests("A")).isEmpty();
    }

    @Test
    void whoHasEndedEarlyHasNoTurnAnyMore() {
        Relay relay = new Relay(List.of("A", "B", "A"));
        relay.next();

        relay.ends("A");

        assertThat(relay.next()).contains(new Relay.Turn.Begins("B"));
        assertThat(relay.isLeft()).isFalse();
        assertThat(relay.next()).isEmpty();
    }

    @Test
    void nobodyRestsWhenItIsOver() {
        Relay relay = new Relay(List.of("A", "B", "A"));
        relay.next();
        var rest = relay.rests("A").orElseThrow();

        relay.isOver();

        assertThat(rest.getCount()).isZero();
        assertThat(relay.rests("A")).isEmpty();
    }
}
