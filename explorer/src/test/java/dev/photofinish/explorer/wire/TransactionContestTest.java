package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@EveryEngine
@OnEngine(value = Engine.REPLICA_SET, because = "transactions")
class TransactionContestTest {

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    private final WireGate gate;
    private final Shop shop;

    TransactionContestTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.gate = gated.gate();
        this.shop = gated.shop();
    }

    @Test
    void theLoserOfTwoTransactionsOnOneDocumentIsTurnedAwayAtOnce() throws Exception {
        var transfer = (Shop.Business) session -> {
            shop.add(session, "X", -50);
            shop.add(session, "Y", 50);
        };

        Exploration<Integer> exploration = Explorations.exhaustive(
                contest(shop.inATransaction("A", transfer), shop.inATransaction("B", transfer)), total -> total != 200);

        assertThat(exploration.coverage().run()).isEqualTo(12);
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void aTransactionThatIsTriedAgainWaitsForTheWinnersEnd() throws Exception {
        Exploration<Integer> exploration = Explorations.exhaustive(
                contest(
                        shop.withTransaction("A", session -> shop.add(session, "X", -50)),
                        shop.withTransaction("B", session -> shop.add(session, "X", -50))),
                total -> total != 100);

        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void aPlainUpdateBlocksBehindATransactionAndGoesOnAfterIt() throws Exception {
        Exploration<Integer> exploration = Explorations.exhaustive(
                contest(
                        shop.inATransaction("A", session -> {
                            shop.add(session, "X", -50);
                            shop.add(session, "Y", 50);
                        }),
                        shop.told(
                                "B",
                                () -> shop.collection("accounts")
                                        .updateOne(Filters.eq("_id", "X"), Updates.inc("balance", 1)))),
                total -> total != 201);

        assertThat(exploration.coverage().run()).isEqualTo(4);
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void writeSkewIsFound() throws Exception {
        Exploration<Integer> exploration = Explorations.exhaustive(
                contest(
                        shop.inATransaction("A", session -> takeIfTogetherEnough(session, "X")),
                        shop.inATransaction("B", session -> takeIfTogetherEnough(session, "Y"))),
                total -> total < 0);

        assertThat(exploration.coverage().run()).isEqualTo(70);
        assertThat(exploration.coverage().violating()).isEqualTo(68);
        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void aTransactionThatIsLeftOpenIsAbortedBeforeTheNextSchedule() throws Exception {
        WireContest<Integer> contest = contest(
                () -> leaveOpen(),
                shop.told("B", () -> shop.collection("accounts").countDocuments()));

        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
            assertThat(openTransactions()).isEqualTo(1);
        }

        assertThat(openTransactions()).isZero();
        try (var execution = contest.begin(List.of("B"))) {
            assertThat(execution.let(Set.of("B")).over()).isTrue();
        }
        assertThat(contest.bystanders().notes()).isEmpty();
    }

    @Test
    void aScheduleIsBrokenOffInTheMiddleOfATransaction() throws Exception {
        WireContest<Integer> contest = contest(
                shop.inATransaction("A", session -> {
                    shop.add(session, "X", -50);
                    shop.add(session, "Y", 50);
                }),
                shop.told("B", () -> shop.collection("accounts").countDocuments()));

        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
        }

        assertThat(openTransactions()).isZero();
        assertThat(shop.answers()).containsEntry("A", "committed");
    }

    /** As an application does that crashes. */
    private Object leaveOpen() {
        ClientSession session = shop.client().startSession();
        session.startTransaction();
        shop.add(session, "X", -50);
        return session;
    }

    private long openTransactions() {
        var idleToo = new Document("$currentOp", new Document("idleSessions", true).append("allUsers", true));
        var open = new Document("$match", new Document("transaction", new Document("$exists", true)));
        return database.client()
                .getDatabase("admin")
                .aggregate(List.of(idleToo, open))
                .into(new ArrayList<>())
                .size();
    }

    private void takeIfTogetherEnough(ClientSession session, String account) {
        if (shop.balance(session, "X") + shop.balance(session, "Y") >= 200) {
            shop.add(session, account, -150);
        }
    }

    private WireContest<Integer> contest(Callable<?> first, Callable<?> second) {
        Map<String, Callable<?>> contenders = Shop.contest(first, second);
        return new WireContest<>(
                gate, contenders, new RestoredData(gate.database(), shop::givenAccounts), this::total, Set.of());
    }

    private int total() {
        int total = 0;
        for (Document account : database.collection("accounts").find()) {
            total += account.getInteger("balance");
        }
        return total;
    }
}
