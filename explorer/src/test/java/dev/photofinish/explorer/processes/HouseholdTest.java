package dev.photofinish.explorer.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseholdTest {

    private static final long SELF = 1;
    private static final int URL = 8090;

    private final FakeTable table = new FakeTable();

    @Test
    void isWhoeverIsConnectedToTheGate() {
        table.isConnectedToTheGate(10, 40_000, 100);
        table.isConnectedToTheGate(11, 40_001, 200);
        table.exists(12);

        assertThat(found(Residence.UNKNOWN)).containsExactlyInAnyOrder(10L, 11L);
    }

    @Test
    void isNotWhoIsConnectedToThatPortOfAnotherMachine() {
        table.isConnectedTo(FakeTable.GATE, 10, 40_000, 100);

        assertThat(found(Residence.UNKNOWN)).isEmpty();
    }

    @Test
    void isAllWhoWaitForRequestsAtTheSameDoor() {
        table.listens(URL, 300);
        table.has(20, 300);
        table.has(21, 300);
        table.listens(URL + 1, 301);
        table.has(22, 301);

        assertThat(found(new Residence(Set.of(), OptionalInt.of(URL)))).containsExactlyInAnyOrder(20L, 21L);
    }

    @Test
    void isWhoeverIsNamedAndStillThere() {
        table.exists(30);

        assertThat(found(new Residence(Set.of(30L, 31L), OptionalInt.empty()))).containsExactly(30L);
    }

    /** An application in a test's own virtual machine: the explorer itself runs there. */
    @Test
    void isNeverThisProcess() {
        table.isConnectedToTheGate(SELF, 40_000, 100);

        assertThat(found(new Residence(Set.of(SELF), OptionalInt.empty()))).isEmpty();
    }

    @Test
    void isFoundAgainWhenAnotherWorkerConnects() {
        Household household = household(Residence.UNKNOWN);
        table.isConnectedToTheGate(10, 40_000, 100);
        household.find();

        table.isConnectedToTheGate(11, 40_001, 200);
        household.find();

        assertThat(household.processes()).containsExactlyInAnyOrder(10L, 11L);
    }

    @Test
    void hasSeveralWorkersWhereMoreThanOneIsConnectedToTheGate() {
        Household household = household(Residence.UNKNOWN);
        table.isConnectedToTheGate(10, 40_000, 100);
        table.isConnectedToTheGate(10, 40_001, 102);
        household.find();
        assertThat(household.hasSeveralWorkers()).isFalse();

        table.isConnectedToTheGate(11, 40_002, 200);
        household.find();

        assertThat(household.hasSeveralWorkers()).isTrue();
    }

    /** A parent that serves nobody has the socket, too. */
    @Test
    void orWaitsForRequestsBesidesTheOneThatHasBegunTheOthers() {
        Residence atTheUrl = new Residence(Set.of(), OptionalInt.of(URL));
        Household one = household(atTheUrl);
        Household two = household(atTheUrl);
        table.listens(URL, 300);
        table.has(20, 300);
        table.has(21, 300);
        one.find();
        table.has(22, 300);
        two.find();

        assertThat(one.hasSeveralWorkers()).isFalse();
        assertThat(two.hasSeveralWorkers()).isTrue();
    }

    private Set<Long> found(Residence residence) {
        Household household = household(residence);
        household.find();
        return household.processes();
    }

    private Household household(Residence residence) {
        return new Household(table, () -> List.of(FakeTable.GATE), residence, SELF);
    }
}
