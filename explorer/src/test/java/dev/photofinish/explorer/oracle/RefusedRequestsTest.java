package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.number;
import static dev.photofinish.explorer.oracle.Told.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Books;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is refused its last request has been accepted before: that stays, what was refused does not count. */
class RefusedRequestsTest {

    private static final Map<String, List<BsonDocument>> ORDER =
            Map.of("orders", documents("{_id: 1, pieces: 0, version: 1}"));

    // a first request: one piece more on the order

    private static final Move ADDS_A_PIECE = (books, mine) -> {
        put(books, "pieces", pieces(books) + 1);
        mine.accepted("{pieces: " + pieces(books) + "}");
    };

    private static final Move READS_PIECES = (books, mine) -> mine.remember("pieces", books.value("orders", "pieces"));

    private static final Move WRITES_ONE_MORE = (books, mine) -> {
        put(books, "pieces", mine.recall("pieces").asInt32().getValue() + 1);
        mine.accepted("added");
    };

    // a second one: confirms the order, unless it has been changed since the request looked at it

    private static final Move READS_VERSION =
            (books, mine) -> mine.remember("version", books.value("orders", "version"));

    private static final Move CONFIRMS_IF_UNCHANGED = (books, mine) -> {
        if (!books.value("orders", "version").equals(mine.recall("version"))) {
            mine.ends(REFUSED, "somebody else was faster");
            return;
        }
        put(books, "version", mine.recall("version").asInt32().getValue() + 1);
        mine.accepted("confirmed");
    };

    private static final Move CONFIRMS = (books, mine) -> {
        put(books, "version", books.first("orders").getInt32("version").getValue() + 1);
        mine.accepted("confirmed");
    };

    private static final Move IS_REFUSED = (books, mine) -> mine.ends(REFUSED, "closed");

    private static final LedgerContest RIGHT = new LedgerContest(ORDER)
            .with("A", ADDS_A_PIECE, READS_VERSION, CONFIRMS_IF_UNCHANGED)
            .with("B", ADDS_A_PIECE, CONFIRMS);

    private static final LedgerContest RACY = new LedgerContest(ORDER)
            .with("A", READS_PIECES, WRITES_ONE_MORE, READS_VERSION, CONFIRMS_IF_UNCHANGED)
            .with("B", READS_PIECES, WRITES_ONE_MORE, CONFIRMS);

    @ParameterizedTest
    @ValueSource(strings = {"A A B B A", "A B A B A", "B A A B A"})
    void whatWasAcceptedBeforeStandsInTheSerialOrderWithoutWhatWasRefused(String schedule) throws Exception {
        assertThat(judge(RIGHT, schedule)).isEqualTo(Judgement.HELD);
    }

    @Test
    void noScheduleOfTheRightCodeIsNoticed() throws Exception {
        Exploration<Result> explored = explore(RIGHT);

        assertThat(explored.discoveries()).isEmpty();
        assertThat(explored.obstacles()).isEmpty();
        assertThat(explored.coverage().complete()).isTrue();
    }

    @Test
    void anUpdateThatIsLostInARequestBeforeTheRefusedOneIsFound() throws Exception {
        // B's one piece alone is what B would have come to without A
        assertThat(judge(RACY, "A B A B A B A").findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .startsWith("No order of the contenders' requests one after the other gives this result. ")
                .contains(", without the request that A was refused:\norders (_id 1) pieces: 1, one after the other 2");
    }

    @Test
    void anEarlierAnswerOfWhoIsRefusedCounts() throws Exception {
        Move books = (all, mine) -> put(all, "pieces", pieces(all) + 1);
        Move cancels = (all, mine) -> {
            put(all, "pieces", pieces(all) - 1);
            mine.accepted("changed my mind");
        };
        Move looks = (all, mine) -> mine.accepted("{pieces: " + pieces(all) + "}");
        LedgerContest contest =
                new LedgerContest(ORDER).with("A", looks, IS_REFUSED).with("B", books, cancels);

        assertThat(judge(contest, contest.requests(Map.of("A", 2, "B", 1)), "A B B A"))
                .isEqualTo(Judgement.HELD);
        assertThat(judge(contest, contest.requests(Map.of("A", 2, "B", 1)), "B A B A")
                        .findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .endsWith("\nA was told in answer 1 pieces: 1, one after the other 0");
    }

    @Test
    void ifOnlyTheirLastRequestsAreRefusedTheOthersMustHaveHappened() throws Exception {
        LedgerContest forgetful = new LedgerContest(ORDER)
                .with("A", READS_PIECES, WRITES_ONE_MORE, IS_REFUSED)
                .with("B", READS_PIECES, WRITES_ONE_MORE, IS_REFUSED);

        assertThat(judge(forgetful, "A A B B A B")).isEqualTo(Judgement.HELD);
        assertThat(judge(forgetful, "A B A B A B").findings()).hasSize(1);
    }

    @Test
    void whatIsRefusedOneAfterTheOtherTooMayLeaveItsTrace() throws Exception {
        LedgerContest logging = new LedgerContest(ORDER)
                .with("A", ADDS_A_PIECE, refusesWith("A was here"))
                .with("B", ADDS_A_PIECE, CONFIRMS);

        assertThat(judge(logging, "A B A B")).isEqualTo(Judgement.HELD);
    }

    @Test
    void aTraceOfWhatIsAcceptedOneAfterTheOtherIsNoCleanRefusal() throws Exception {
        Move leavesATrace = (books, mine) -> {
            boolean faster = !books.value("orders", "version").equals(mine.recall("version"));
            if (faster) {
                books.in("log").add(BsonDocument.parse("{what: 'refused'}"));
            }
            CONFIRMS_IF_UNCHANGED.go(books, mine);
        };
        LedgerContest untidy = new LedgerContest(ORDER)
                .with("A", ADDS_A_PIECE, READS_VERSION, leavesATrace)
                .with("B", ADDS_A_PIECE, CONFIRMS);

        assertThat(judge(untidy, "A A B B A").findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("log: {what: \"refused\"}, one after the other no document like this");
    }

    @Test
    void whoIsRefusedItsFirstRequestHasDoneNothing() throws Exception {
        Move adds = (books, mine) -> {
            if (books.value("orders", "pieces").equals(mine.recall("pieces"))) {
                WRITES_ONE_MORE.go(books, mine);
            } else {
                mine.ends(REFUSED, "somebody else was faster");
            }
        };
        LedgerContest contest = new LedgerContest(ORDER)
                .with("A", READS_PIECES, adds, CONFIRMS)
                .with("B", READS_PIECES, adds, CONFIRMS);

        assertThat(judge(contest, "A B B A B")).isEqualTo(Judgement.HELD);
    }

    @Test
    void whoIsKnownOnlyAsAWholeIsRefusedAsAWhole() throws Exception {
        assertThat(judge(RIGHT, Requests.oneEach(RIGHT.contenders()), "A A B B A")
                        .findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("The nearest is B:\n")
                .endsWith("orders (_id 1) pieces: 2, one after the other 1");
    }

    @Test
    void whatIsRunAheadSufficesToJudgeALastRequestThatIsRefused() throws Exception {
        Result judged = RACY.run("A B A B A B A");
        List<Result> observed = new ArrayList<>();
        Observer<Result> observer = result -> {
            observed.add(result);
            return result;
        };
        SerialRuns<Result> runs =
                new SerialRuns<>(RACY, observer, (turns, result) -> Judgement.HELD, RACY.requests(2), Spacing.NONE);
        runs.runAhead();
        observed.clear();

        new SerialOracle<>(runs, Finding.Weight.NOTICE, Masking.BY_NAME).judge(List.of(), judged);

        // no other orders: each of the nine is run four times more, to see whether the difference is chance
        assertThat(observed)
                .startsWith(judged)
                .hasSize(1
                        + 4
                                * runs.orders(contender -> contender.equals("A") ? 1 : 2)
                                        .size());
    }

    private static Move refusesWith(String trace) {
        return (books, mine) -> {
            books.in("log").add(BsonDocument.parse("{what: '" + trace + "'}"));
            mine.ends(REFUSED, "closed");
        };
    }

    private static int pieces(Books books) {
        return books.first("orders").getInt32("pieces").getValue();
    }

    private static void put(Books books, String field, int value) {
        books.first("orders").put(field, number(value));
    }

    private static Judgement judge(LedgerContest contest, String schedule) throws InterruptedException {
        return judge(contest, contest.requests(2), schedule);
    }

    private static Judgement judge(LedgerContest contest, Requests requests, String schedule)
            throws InterruptedException {
        return oracle(contest, requests).judge(List.of(), contest.run(schedule));
    }

    private static Exploration<Result> explore(LedgerContest contest) throws InterruptedException {
        return new Explorer(new Strategy.Exhaustive(), new SearchSettings(1_000, Optional.empty(), 0, 1))
                .explore(contest, oracle(contest, contest.requests(2)), Watcher.NONE);
    }

    private static SerialOracle<Result> oracle(LedgerContest contest, Requests requests) {
        SerialRuns<Result> runs =
                new SerialRuns<>(contest, result -> result, (turns, result) -> Judgement.HELD, requests, Spacing.NONE);
        return new SerialOracle<>(runs, Finding.Weight.NOTICE, Masking.BY_NAME);
    }
}
