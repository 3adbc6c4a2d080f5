package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Told.Outcome.ACCEPTED;
import static dev.photofinish.explorer.oracle.Told.Outcome.FAILED;
import static dev.photofinish.explorer.oracle.Told.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

class SerialOracleTest {

    // lost update: each adds 10 to what it has read

    private static final Move READS_BALANCE =
            (books, mine) -> mine.remember("balance", books.value("accounts", "balance"));

    private static Move writesBalancePlus(int amount) {
        return (books, mine) -> {
            books.first("accounts")
                    .put("balance", number(mine.recall("balance").asInt32().getValue() + amount));
            mine.accepted("{ok: true}");
        };
    }

    private static final LedgerContest DEPOSITS = new LedgerContest(
                    Map.of("accounts", documents("{_id: 1, balance: 100}")))
            .with("A", READS_BALANCE, writesBalancePlus(10))
            .with("B", READS_BALANCE, writesBalancePlus(20));

    @ParameterizedTest
    @ValueSource(strings = {"A A B B", "B B A A"})
    void aSerialOrderIsSerializable(String schedule) throws InterruptedException {
        assertThat(judge(DEPOSITS, schedule)).isEqualTo(Judgement.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B A B", "A B B A", "B A A B", "B A B A"})
    void aLostUpdateIsNot(String schedule) throws InterruptedException {
        Judgement judgement = judge(DEPOSITS, schedule);

        assertThat(judgement.inconclusive()).isEmpty();
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("serializable");
            assertThat(finding.weight()).isEqualTo(Finding.Weight.NOTICE);
            assertThat(finding.text())
                    .startsWith("No order of the contenders one after the other gives this result.")
                    .contains("accounts (_id 1) balance: 1")
                    .contains(", one after the other 130");
        });
    }

    @Test
    void whatItWeighsIsSaid() throws InterruptedException {
        SerialOracle<Result> oracle = new SerialOracle<>(runs(DEPOSITS), Finding.Weight.VIOLATION, Masking.BY_NAME);

        assertThat(oracle.judge(List.of(), DEPOSITS.run("A B A B")).findings())
                .extracting(Finding::weight)
                .containsExactly(Finding.Weight.VIOLATION);
    }

    // write skew: whoever sees the other on call leaves

    private static Move leavesIfNotAlone(String me) {
        return (books, mine) -> {
            if (mine.recall("onCall").asInt32().getValue() < 2) {
                mine.ends(REFUSED, "you are the last");
                return;
            }
            books.in("doctors").stream()
                    .filter(doctor -> doctor.getString("_id").getValue().equals(me))
                    .forEach(doctor -> doctor.put("onCall", number(0)));
            mine.accepted("good night");
        };
    }

    private static final Move COUNTS_ON_CALL = (books, mine) -> mine.remember(
            "onCall",
            number(books.in("doctors").stream()
                    .mapToInt(doctor -> doctor.getInt32("onCall").getValue())
                    .sum()));

    private static final LedgerContest DOCTORS = new LedgerContest(
                    Map.of("doctors", documents("{_id: 'ann', onCall: 1}", "{_id: 'bob', onCall: 1}")))
            .with("A", COUNTS_ON_CALL, leavesIfNotAlone("ann"))
            .with("B", COUNTS_ON_CALL, leavesIfNotAlone("bob"));

    @Test
    void writeSkewIsNotSerializable() throws InterruptedException {
        assertThat(judge(DOCTORS, "A A B B").findings()).isEmpty();
        assertThat(judge(DOCTORS, "A B A B").findings()).hasSize(1);
    }

    // numbers, ids, times: what is generated, and what people read

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
        assertThat(runs(orders).varying()).isEqualTo(Varying.NOTHING);
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

    private static Move saysWhoItIs(String name) {
        return (books, mine) -> mine.remember("me", new BsonString(name));
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

    // refusals

    private static Move confirmsIfUnchanged(boolean leavesATrace) {
        return (books, mine) -> {
            if (!books.value("orders", "version").equals(mine.recall("version"))) {
                if (leavesATrace) {
                    books.in("audit").add(BsonDocument.parse("{what: 'refused'}"));
                }
                mine.ends(REFUSED, "somebody else was faster");
                return;
            }
            books.first("orders")
                    .put("version", number(mine.recall("version").asInt32().getValue() + 1));
            mine.accepted("confirmed");
        };
    }

    private static final Move READS_VERSION =
            (books, mine) -> mine.remember("version", books.value("orders", "version"));

    private static LedgerContest confirmations(boolean leavesATrace) {
        return new LedgerContest(Map.of("orders", documents("{_id: 1, version: 1}")))
                .with("A", READS_VERSION, confirmsIfUnchanged(leavesATrace))
                .with("B", READS_VERSION, confirmsIfUnchanged(leavesATrace));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B A B", "A B B A"})
    void aCleanRefusalCountsAsIfItHadNotBeen(String schedule) throws InterruptedException {
        assertThat(judge(confirmations(false), schedule)).isEqualTo(Judgement.HELD);
    }

    @Test
    void aRefusalThatLeavesSomethingBehindDoesNot() throws InterruptedException {
        assertThat(judge(confirmations(true), "A B A B").findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("audit: {what: \"refused\"}, one after the other nothing"));
    }

    private static Move wants(int more) {
        return (books, mine) -> books.first("lots")
                .put("wanted", number(books.first("lots").getInt32("wanted").getValue() + more));
    }

    private static final Move LOOKS_AROUND = (books, mine) -> mine.remember("wanted", books.value("lots", "wanted"));

    private static Move givesWayIfContended(Move leaving) {
        return (books, mine) -> {
            leaving.go(books, mine);
            mine.ends(mine.recall("wanted").equals(number(1)) ? ACCEPTED : REFUSED, "");
        };
    }

    @Test
    void ifEverybodyIsRefusedNothingMayHaveChanged() throws InterruptedException {
        Map<String, List<BsonDocument>> given = Map.of("lots", documents("{_id: 1, wanted: 0}"));
        LedgerContest polite = new LedgerContest(given)
                .with("A", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)))
                .with("B", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)));
        LedgerContest forgetful = new LedgerContest(given)
                .with("A", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)))
                .with("B", wants(1), LOOKS_AROUND, givesWayIfContended(wants(1)));

        assertThat(judge(polite, "A B A B A B")).isEqualTo(Judgement.HELD);
        assertThat(judge(forgetful, "A B A B A B").findings()).hasSize(1);
    }

    @Test
    void ofAFailureNothingCanBeSaid() throws InterruptedException {
        LedgerContest contest = new LedgerContest(Map.of())
                .with("A", (books, mine) -> mine.accepted("ok"))
                .with("B", (books, mine) -> mine.ends(FAILED, "500"));

        assertThat(judge(contest, "A B").inconclusive()).contains("B failed, and nobody knows how far it came.");
    }

    // chance

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
        assertThat(runs.varying().places())
                .containsExactlyInAnyOrder("games /dice", "A /answers/#/took", "B /answers/#/took");
    }

    // one after the other

    @Test
    void whatIsWrongEvenOneAfterTheOtherIsKnown() throws Exception {
        SerialRuns<Result> runs = new SerialRuns<>(
                DEPOSITS,
                result -> result,
                (turns, result) ->
                        Judgement.of(List.of(new Finding("poor", Finding.Weight.VIOLATION, turns.size() + " turns"))),
                Requests.oneEach(DEPOSITS.contenders()));

        assertThat(runs.brokenRules()).isEmpty();
        runs.runAhead();

        assertThat(runs.brokenRules()).containsExactly("poor");
        assertThat(runs.of(List.of("B", "A")).orElseThrow().byTheRules().findings())
                .extracting(Finding::text)
                .containsExactly("4 turns");
    }

    @Test
    void eachSerialOrderIsRunOnce() throws Exception {
        List<List<String>> begun = new ArrayList<>();
        SerialOracle<Result> oracle =
                new SerialOracle<>(runs(counting(confirmations(false), begun)), Finding.Weight.NOTICE, Masking.BY_NAME);

        oracle.judge(List.of(), confirmations(false).run("A B A B"));
        int once = begun.size();
        oracle.judge(List.of(), confirmations(false).run("A B A B"));

        assertThat(begun).hasSize(once);
        assertThat(begun)
                .containsExactlyInAnyOrder(List.of("A", "B"), List.of("A", "B"), List.of("A", "B"), List.of("A"));
    }

    @Test
    void whatCannotBeginSaysNothing() throws InterruptedException {
        Contest<Result> down = new Contest<>() {
            @Override
            public List<String> contenders() {
                return List.of("A", "B");
            }

            @Override
            public Execution<Result> begin(List<String> participants) throws CannotBegin {
                throw new CannotBegin("The application is down.");
            }
        };

        assertThat(new SerialOracle<>(runs(down), Finding.Weight.NOTICE, Masking.BY_NAME)
                        .judge(List.of(), DEPOSITS.run("A B A B"))
                        .inconclusive())
                .contains("The application is down.");
    }

    // in words

    @Test
    void secretsAreNotShown() throws InterruptedException {
        Move remembers = (books, mine) -> mine.remember("password", books.value("users", "password"));
        Move changes = (books, mine) -> books.first("users")
                .put(
                        "password",
                        new BsonString(mine.recall("password").asString().getValue() + "x"));
        LedgerContest users = new LedgerContest(Map.of("users", documents("{_id: 1, password: 'hunter'}")))
                .with("A", remembers, changes)
                .with("B", remembers, changes);

        assertThat(judge(users, "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("users (_id 1) password: ***, one after the other ***")
                        .doesNotContain("hunter"));
    }

    @Test
    void rulesAreAskedBeforeTheOracle() throws InterruptedException {
        Finding broken = new Finding("balance-kept", Finding.Weight.VIOLATION, "110 is not 130");
        SerialOracle<Result> oracle = new SerialOracle<>(runs(DEPOSITS), Finding.Weight.NOTICE, Masking.BY_NAME);

        Judgement both = new JoinedJudge<Result>((turns, result) -> Judgement.of(List.of(broken)), oracle)
                .judge(List.of(), DEPOSITS.run("A B A B"));
        Judgement unknown = new JoinedJudge<Result>(
                        (turns, result) -> new Judgement(List.of(), Optional.of("B timed out")), oracle)
                .judge(List.of(), DEPOSITS.run("A B A B"));

        assertThat(both.findings()).extracting(Finding::rule).containsExactly("balance-kept", "serializable");
        assertThat(unknown.findings()).isEmpty();
        assertThat(unknown.inconclusive()).contains("B timed out");
    }

    private static Judgement judge(LedgerContest contest, String schedule) throws InterruptedException {
        return new SerialOracle<>(runs(contest), Finding.Weight.NOTICE, Masking.BY_NAME)
                .judge(List.of(), contest.run(schedule));
    }

    private static SerialRuns<Result> runs(Contest<Result> contest) {
        return new SerialRuns<>(contest, result -> result);
    }

    private static Contest<Result> counting(Contest<Result> contest, List<List<String>> begun) {
        return new Contest<>() {
            @Override
            public List<String> contenders() {
                return contest.contenders();
            }

            @Override
            public Execution<Result> begin(List<String> participants) throws CannotBegin, InterruptedException {
                begun.add(participants);
                return contest.begin(participants);
            }
        };
    }

    private static List<BsonDocument> documents(String... json) {
        return Arrays.stream(json).map(BsonDocument::parse).toList();
    }

    private static BsonInt32 number(int value) {
        return new BsonInt32(value);
    }
}
