package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users allocate from one lot and correct it, by any schedule of their commands. */
class StockProperties {

    private static final int INITIALLY = 100;

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Provide
    Arbitrary<List<StockCall>> contests() {
        Arbitrary<StockCall> allocations =
                Arbitraries.integers().between(1, INITIALLY).map(StockCall.Allocate::new);
        Arbitrary<StockCall> counts =
                Arbitraries.integers().between(0, 2 * INITIALLY).map(StockCall.Count::new);
        return Arena.contests(Arbitraries.frequencyOf(Tuple.of(4, allocations), Tuple.of(1, counts)));
    }

    @Provide
    Arbitrary<List<StockCall>> allocations() {
        Arbitrary<StockCall> allocations =
                Arbitraries.integers().between(1, INITIALLY).map(StockCall.Allocate::new);
        return Arena.contests(allocations);
    }

    @Property(tries = 150, seed = "11")
    void stockIsNeverNegativeAndTheLedgerExplainsIt(
            @ForAll("contests") List<StockCall> calls,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        Lot lot = new Lot(Hazards.none());

        lot.play(calls, schedule);

        assertThat(lot.onHand()).isNotNegative();
        assertThat(lot.sumOfMovements()).isEqualTo(lot.onHand());
    }

    @Property(tries = 150, seed = "12")
    void everyAllocationHasOneMovement(
            @ForAll("allocations") List<StockCall> calls,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        Lot lot = new Lot(Hazards.none());

        Played played = lot.play(calls, schedule);

        assertThat(lot.allocations()).isEqualTo(played.acceptances());
    }

    @Property(tries = 150, seed = "13")
    void everyHistoryIsLinearizable(
            @ForAll("contests") List<StockCall> calls,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLinearizable(Hazards.none(), calls, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "14")
    void withItsHazardOnTheyAreNot(
            @ForAll("allocations") List<StockCall> calls,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLinearizable(Arena.only(Hazard.STOCK_ALLOCATION), calls, schedule);
    }

    private static void assertLinearizable(Hazards hazards, List<StockCall> calls, List<Integer> schedule)
            throws InterruptedException {
        Lot lot = new Lot(hazards);

        Played played = lot.play(calls, schedule);

        List<Optional<Integer>> answers = IntStream.range(0, calls.size())
                .mapToObj(call -> played.accepted(call).map(Integer.class::cast))
                .toList();
        assertThat(LotModel.linearizable(INITIALLY, calls, answers, lot.onHand()))
                .as("%s by %s was told %s, and %d are left", calls, played.schedule(), answers, lot.onHand())
                .isTrue();
    }

    /** A fresh lot of a product of its own. */
    private static final class Lot {

        private final String product = UUID.randomUUID().toString();
        private final Allocation allocation;
        private final Lots lots;
        private final Ledger ledger;
        private final String id;

        Lot(Hazards hazards) {
            ledger = new Ledger(ARENA.store(hazards), Clock.systemUTC());
            lots = new Lots(ARENA.store(hazards), ledger, Clock.systemUTC());
            allocation = Allocation.with(hazards, lots, ledger);
            id = lots.create(body(), Arena.caller(0));
        }

        Played play(List<StockCall> calls, List<Integer> schedule) throws InterruptedException {
            return ARENA.play(calls, this::carryOut, schedule);
        }

        private int carryOut(StockCall call, Caller by) {
            return switch (call) {
                case StockCall.Allocate allocate ->
                    allocation
                            .allocate(
                                    new AllocationRequest(
                                            product, "client", quantity(allocate.quantity()), Optional.empty()),
                                    by)
                            .remaining()
                            .amount()
                            .intValueExact();
                case StockCall.Count count -> {
                    lots.change(id, counted(count.quantity()), by);
                    yield 0;
                }
            };
        }

        int onHand() {
            return Lots.onHand(lots.available(product, "client").orElseGet(this::empty))
                    .amount()
                    .intValueExact();
        }

        private Document empty() {
            return new Document(Lots.ON_HAND, 0);
        }

        int sumOfMovements() {
            return movements().stream()
                    .map(movement -> movement.get(
                            movement.containsKey("quantity") ? "quantity" : "quantity_change", Number.class))
                    .mapToInt(change -> Quantity.of(change).amount().intValueExact())
                    .sum();
        }

        long allocations() {
            return movements().stream()
                    .filter(movement -> movement.getString("movement_type").equals("allocation"))
                    .count();
        }

        private List<Document> movements() {
            return ledger.ofLots(List.of(id)).into(new ArrayList<>());
        }

        private static Quantity quantity(int units) {
            return Quantity.positive("quantity", BigDecimal.valueOf(units));
        }

        private static LotChange counted(int units) {
            return new LotChange(
                    Optional.of(BigDecimal.valueOf(units)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private NewLot body() {
            return new NewLot(
                    "client",
                    "Converter Pty Ltd",
                    product,
                    "PC-76",
                    "Paper core 76 mm",
                    BigDecimal.valueOf(INITIALLY),
                    "order",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
