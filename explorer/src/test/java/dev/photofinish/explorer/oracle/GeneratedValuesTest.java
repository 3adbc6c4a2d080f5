package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.judge;
import static dev.photofinish.explorer.oracle.Ledgers.number;
import static dev.photofinish.explorer.oracle.Ledgers.runs;
import static dev.photofinish.explorer.oracle.Ledgers.saysWhoItIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody chose does not count, what people read does: numbers, ids, times, chance. */
class GeneratedValuesTest {

    /** Creates an order with a generated id and a time, and a line in the log that refers to it. */
    private static Move creates(String what) {
        return (books, mine) -> {
            BsonObjectId id = new BsonObjectId();
            String key = UUID.randomUUID().toString();
            books.in("orders")
                    .add(new BsonDocument("_id", id)
                            .append("id", new BsonString(key))
                            .append("number", mine.recall("number"))
                            .append("item", new BsonString(what))
                            .append("at", new BsonDateTime(System.nanoTime()))
                            .append(
                                    "created",
                                    new BsonString(Instant.ofEpochSecond(System.nanoTime())
                                            .toString())));
            books.in("log").add(new BsonDocument("_id", new BsonObjectId()).append("order", new BsonString(key)));
            mine.accepted("{id: '" + key + "', number: "
                    + mine.recall("number").asInt32().getValue() + ", link: '/orders/" + key + "/lines'}");
        };
    }

    private static final Move COUNTS_ORDERS =
            (books, mine) -> mine.remember("number", number(books.in("orders").size() + 1));

    private static final Move TAKES_A_NUMBER = (books, mine) -> {
        BsonInt32 next = number(books.first("counter").getInt32("next").getValue() + 1);
        books.first("counter").put("next", next);
        mine.remember("number", next);
    };

    @Test
    void anIdThatIsFoundOnlyLaterToHaveBeenThereMeansTheSameInEarlierSerialOrders() throws Exception {
        String manager = UUID.randomUUID().toString();
        LedgerContest approvals = approvals(manager);
        List<Given> known = new ArrayList<>(List.of(SHEETS));
        SerialOracle<Result> oracle = knowing(known, approvals);
        assertThat(oracle.judge(List.of(), approvals.run("A"))).isEqualTo(Judgement.HELD);

        known.add(sheetsAnd(manager));

        assertThat(oracle.judge(List.of(), approvals.run("A"))).isEqualTo(Judgement.HELD);
    }

    /** Whoever else it was could have been generated like the manager's. */
    @Test
    void aResultIsJudgedAnewOnceAnIdIsFoundToHaveBeenThere() throws Exception {
        String manager = UUID.randomUUID().toString();
        LedgerContest bySomebodyElse = approvals(UUID.randomUUID().toString());
        List<Given> known = new ArrayList<>(List.of(SHEETS));
        SerialOracle<Result> oracle = knowing(known, approvals(manager));
        assertThat(oracle.judge(List.of(), bySomebodyElse.run("A"))).isEqualTo(Judgement.HELD);

        known.add(sheetsAnd(manager));

        assertThat(oracle.judge(List.of(), bySomebodyElse.run("A")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("one after the other \"" + manager + "\""));
    }

    private static final Given SHEETS = Given.of(Map.of("sheets", documents("{_id: 1}")));

    /** As when somebody writes to the users for the first time. */
    private static Given sheetsAnd(String manager) {
        return Given.of(Map.of("sheets", documents("{_id: 1}"), "users", documents("{_id: '" + manager + "'}")));
    }

    private static LedgerContest approvals(String manager) {
        return new LedgerContest(Map.of("sheets", documents("{_id: 1}"))).with("A", approves(manager));
    }

    /** @param known what is there, the latest last */
    private static SerialOracle<Result> knowing(List<Given> known, LedgerContest contest) {
        SerialRuns<Result> runs = new SerialRuns<>(
                contest,
                result -> new Result(result.told(), known.getLast(), result.after(), result.requested()),
                Spacing.NONE);
        return new SerialOracle<>(runs, Finding.Weight.NOTICE, Masking.BY_NAME);
    }

    private static Move approves(String manager) {
        return (books, mine) -> {
            books.first("sheets").put("approvedBy", new BsonString(manager));
            mine.accepted("approved");
        };
    }

    @Test
    void aDuplicateNumberIsNotSerializable() throws InterruptedException {
        LedgerContest orders = new LedgerContest(Map.of("orders", List.of()))
                .with("A", COUNTS_ORDERS, creates("tape"))
                .with("B", COUNTS_ORDERS, creates("film"));

        assertThat(judge(orders, "A A B B")).isEqualTo(Judgement.HELD);
        assertThat(judge(orders, "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("orders number: 1, one after the other 2")
                        .contains("was told number: 1, one after the other 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A A B B", "B B A A", "A B A B", "A B B A", "B A B A", "B A A B"})
    void numbersFromACounterMayGoToEither(String schedule) throws Exception {
        LedgerContest orders = new LedgerContest(Map.of("counter", documents("{_id: 'orders', next: 0}")))
                .with("A", TAKES_A_NUMBER, creates("tape"))
                .with("B", TAKES_A_NUMBER, creates("film"));

        assertThat(judge(orders, schedule)).isEqualTo(Judgement.HELD);
        assertThat(learnt(orders).of("orders /number")).isEqualTo(Treatment.AS_IT_STANDS);
    }

    @Test
    void generatedIdsThatPointAtTheWrongOneAreSeen() throws InterruptedException {
        Move insertsAndRemembersItGlobally = (books, mine) -> {
            BsonString key = new BsonString(UUID.randomUUID().toString());
            books.in("orders").add(new BsonDocument("id", key).append("owner", mine.recall("me")));
            books.first("last").put("order", key);
        };
        Move logsWhatIsRemembered = (books, mine) -> {
            books.in("log")
                    .add(new BsonDocument("owner", mine.recall("me")).append("order", books.value("last", "order")));
            mine.accepted("done");
        };
        LedgerContest orders = new LedgerContest(Map.of("last", documents("{_id: 1}")))
                .with("A", saysWhoItIs("ann"), insertsAndRemembersItGlobally, logsWhatIsRemembered)
                .with("B", saysWhoItIs("bob"), insertsAndRemembersItGlobally, logsWhatIsRemembered);

        assertThat(judge(orders, "A B A A B B")).isEqualTo(Judgement.HELD);
        assertThat(judge(orders, "A B A B A B").findings()).hasSize(1);
    }

    @Test
    void documentsThatDifferInNothingButIdsAreInterchangeable() throws InterruptedException {
        Move adds = (books, mine) -> books.in("moves")
                .add(new BsonDocument("_id", new BsonObjectId())
                        .append("batch", new BsonString(UUID.randomUUID().toString()))
                        .append("quantity", number(5)));
        LedgerContest moves =
                new LedgerContest(Map.of()).with("A", adds, adds, adds).with("B", adds, adds, adds);

        assertThat(judge(moves, "A B A B A B")).isEqualTo(Judgement.HELD);
    }

    @Test
    void idsThatWereThereBeforeAreNotInterchangeable() throws InterruptedException {
        String one = "11111111-aaaa-4aaa-8aaa-111111111111";
        String other = "22222222-bbbb-4bbb-8bbb-222222222222";
        Move remembers = (books, mine) -> mine.remember("lot", books.value("next", "lot"));
        Move takes = (books, mine) -> {
            books.in("taken").add(new BsonDocument("lot", mine.recall("lot")));
            books.first("next").put("lot", new BsonString(other));
        };
        LedgerContest lots = new LedgerContest(Map.of("next", documents("{_id: '" + other + "', lot: '" + one + "'}")))
                .with("A", remembers, takes)
                .with("B", remembers, takes);

        assertThat(judge(lots, "A A B B")).isEqualTo(Judgement.HELD);
        assertThat(judge(lots, "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("taken lot: \"" + one + "\", one after the other \"" + other + "\""));
    }

    @Test
    void whatVariesWithoutAReasonIsFoundOutAndLeftOut() throws Exception {
        AtomicInteger dice = new AtomicInteger();
        Move throwsDice = (books, mine) -> {
            books.in("games")
                    .add(new BsonDocument("dice", number(dice.incrementAndGet())).append("who", mine.recall("me")));
            mine.accepted("{took: " + dice.incrementAndGet() + "}");
        };
        LedgerContest games = new LedgerContest(Map.of())
                .with("A", saysWhoItIs("ann"), throwsDice)
                .with("B", saysWhoItIs("bob"), throwsDice);
        SerialRuns<Result> runs = runs(games);

        Judgement judgement =
                new SerialOracle<>(runs, Finding.Weight.NOTICE, Masking.BY_NAME).judge(List.of(), games.run("A B A B"));

        assertThat(judgement).isEqualTo(Judgement.HELD);
        assertThat(List.of("games /dice", "A /answers/#/took", "B /answers/#/took"))
                .allSatisfy(place -> assertThat(learnt(games).of(place)).isNotEqualTo(Treatment.AS_IT_STANDS));
    }

    /** What many executions of each serial order show. */
    private static Treatments learnt(LedgerContest contest) throws Exception {
        SerialRuns<Result> runs = runs(contest);
        runs.runAhead();
        while (runs.again(runs.orders(contender -> 0), runs.now())) {}
        return new Expectation(runs, Uncompared.NOTHING).treatments();
    }
}
