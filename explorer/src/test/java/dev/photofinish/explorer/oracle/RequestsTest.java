package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contenders who send several requests: each request is an operation of its own, and every answer counts. */
class RequestsTest {

    private static final Map<String, List<BsonDocument>> STOCK =
            Map.of("lots", List.of(BsonDocument.parse("{_id: 1, onHand: 100}")));

    /** A request of one move. */
    private static final Move LOOKS_AT_THE_LOT = (books, mine) -> mine.accepted("{onHand: " + onHand(books) + "}");

    private static final Move LOOKS_AT_THE_LEDGER = (books, mine) ->
            mine.accepted("{movements: " + books.in("movements").size() + "}");

    private static final Move TAKES_TEN = (books, mine) -> {
        take(books, 10);
        mine.accepted("taken");
    };

    /** A request of two moves, after the first of which it is half done. */
    private static final Move TAKES_FROM_THE_LOT = (books, mine) -> take(books, 10);

    private static final Move WRITES_THE_LEDGER = (books, mine) -> {
        books.in("movements").add(BsonDocument.parse("{quantity: -10}"));
        mine.accepted("taken");
    };

    @ParameterizedTest
    @ValueSource(strings = {"A A B B", "B B A A", "A B A B", "A B B A", "B A B A", "B A A B"})
    void whatSomebodyLookedAtBeforeItsNextRequestMayBeOldByThen(String schedule) throws InterruptedException {
        LedgerContest contest =
                new LedgerContest(STOCK).with("A", LOOKS_AT_THE_LOT, TAKES_TEN).with("B", LOOKS_AT_THE_LOT, TAKES_TEN);

        assertThat(judge(contest, schedule)).isEqualTo(Judgement.HELD);
    }

    @Test
    void anEarlierAnswerThatShowsARequestHalfDoneIsSeen() throws InterruptedException {
        LedgerContest contest = new LedgerContest(STOCK)
                .with("A", LOOKS_AT_THE_LOT, LOOKS_AT_THE_LEDGER)
                .with("B", TAKES_FROM_THE_LOT, WRITES_THE_LEDGER);

        assertThat(judge(contest, "A B B A")).isEqualTo(Judgement.HELD);
        // the last answer alone, and the data, are those of A before B
        assertThat(judge(contest, "B A A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("No order of the contenders' requests one after the other gives this result. "
                                + "The nearest is A, then B:")
                        .endsWith("\nA was told in answer 1 onHand: 90, one after the other 100"));
    }

    @ParameterizedTest
    @CsvSource({"A A A B B B, true", "A B B B A A, true", "A B A A B B, true", "A A B B A B, false"})
    void aRaceWithinARequestIsSeenWhereverTheOthersStand(String schedule, boolean held) throws InterruptedException {
        Move remembers = (books, mine) -> mine.remember("onHand", books.value("lots", "onHand"));
        Move writes = (books, mine) -> {
            books.first("lots")
                    .put("onHand", new BsonInt32(mine.recall("onHand").asInt32().getValue() - 10));
            mine.accepted("taken");
        };
        LedgerContest contest = new LedgerContest(STOCK)
                .with("A", LOOKS_AT_THE_LOT, remembers, writes)
                .with("B", LOOKS_AT_THE_LOT, remembers, writes);

        assertThat(judge(contest, schedule).findings().isEmpty()).isEqualTo(held);
    }

    @Test
    void aRequestWithoutACommandBelongsToTheOneBeforeIt() throws InterruptedException {
        Move looksTwice = (books, mine) -> {
            LOOKS_AT_THE_LOT.go(books, mine);
            mine.accepted("pong");
        };
        LedgerContest contest =
                new LedgerContest(STOCK).with("A", looksTwice, TAKES_TEN).with("B", looksTwice, TAKES_TEN);

        assertThat(judge(contest, contest.requests(3), "A B B A")).isEqualTo(Judgement.HELD);
    }

    @Test
    void wrongEvenOneAfterTheOtherIsOnlyWhatWholeContendersDo() throws Exception {
        LedgerContest contest =
                new LedgerContest(STOCK).with("A", LOOKS_AT_THE_LOT, TAKES_TEN).with("B", LOOKS_AT_THE_LOT, TAKES_TEN);
        SerialRuns<Result> runs = new SerialRuns<>(
                contest,
                result -> result,
                (turns, result) -> Judgement.of(List.of(new Finding(
                        turns.stream()
                                .map(turn -> turn.steps().getFirst().contender())
                                .toList()
                                .toString(),
                        Finding.Weight.VIOLATION,
                        ""))),
                contest.requests(2));

        runs.runAhead();

        assertThat(runs.brokenRules()).containsExactlyInAnyOrder("[A, A, B, B]", "[B, B, A, A]");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "2, 2, true", "3, 3, true", "1, 23, true", "1, 24, false", "3, 4, false", "40, 40, false"
    })
    void moreThanTwentyFourOrdersAreTooMany(int requestsOfA, int requestsOfB, boolean few) {
        assertThat(Requests.of(Map.of("A", requestsOfA, "B", requestsOfB), contender -> 0)
                        .areFew())
                .isEqualTo(few);
    }

    @Test
    void fourContendersWithOneRequestEachAreFew() {
        assertThat(Requests.oneEach(List.of("A", "B", "C", "D")).areFew()).isTrue();
    }

    private static void take(LedgerContest.Books books, int quantity) {
        books.first("lots").put("onHand", new BsonInt32(onHand(books) - quantity));
    }

    private static int onHand(LedgerContest.Books books) {
        return books.first("lots").getInt32("onHand").getValue();
    }

    private static Judgement judge(LedgerContest contest, String schedule) throws InterruptedException {
        return judge(contest, contest.requests(2), schedule);
    }

    private static Judgement judge(LedgerContest contest, Requests requests, String schedule)
            throws InterruptedException {
        SerialRuns<Result> runs =
                new SerialRuns<>(contest, result -> result, (turns, result) -> Judgement.HELD, requests, Spacing.NONE);
        return new SerialOracle<>(runs, Finding.Weight.NOTICE, Masking.BY_NAME).judge(List.of(), contest.run(schedule));
    }
}
