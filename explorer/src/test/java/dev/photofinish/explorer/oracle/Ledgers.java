package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Contests on documents in memory that several tests are about, and how the oracle judges one. */
final class Ledgers {

    private static final Move READS_BALANCE =
            (books, mine) -> mine.remember("balance", books.value("accounts", "balance"));

    /** Lost update: each adds to what it has read. */
    static final LedgerContest DEPOSITS = new LedgerContest(Map.of("accounts", documents("{_id: 1, balance: 100}")))
            .with("A", READS_BALANCE, writesBalancePlus(10))
            .with("B", READS_BALANCE, writesBalancePlus(20));

    private static final Move READS_VERSION =
            (books, mine) -> mine.remember("version", books.value("orders", "version"));

    private Ledgers() {}

    /** Two confirm an order that they have read, unless it has changed since. */
    static LedgerContest confirmations(boolean leavesATrace) {
        return new LedgerContest(Map.of("orders", documents("{_id: 1, version: 1}")))
                .with("A", READS_VERSION, confirmsIfUnchanged(leavesATrace))
                .with("B", READS_VERSION, confirmsIfUnchanged(leavesATrace));
    }

    /** Remembers who it is, so that what it writes can say so. */
    static Move saysWhoItIs(String name) {
        return (books, mine) -> mine.remember("me", new BsonString(name));
    }

    private static Move writesBalancePlus(int amount) {
        return (books, mine) -> {
            books.first("accounts")
                    .put("balance", number(mine.recall("balance").asInt32().getValue() + amount));
            mine.accepted("{ok: true}");
        };
    }

    private static Move confirmsIfUnchanged(boolean leavesATrace) {
        return (books, mine) -> {
            if (!books.value("orders", "version").equals(mine.recall("version"))) {
                if (leavesATrace) {
                    books.in("audit").add(BsonDocument.parse("{what: 'refused'}"));
                }
                mine.ends(Told.Outcome.REFUSED, "somebody else was faster");
                return;
            }
            books.first("orders")
                    .put("version", number(mine.recall("version").asInt32().getValue() + 1));
            mine.accepted("confirmed");
        };
    }

    static Judgement judge(LedgerContest contest, String schedule) throws InterruptedException {
        return new SerialOracle<>(runs(contest), Finding.Weight.NOTICE, Masking.BY_NAME)
                .judge(List.of(), contest.run(schedule));
    }

    static SerialRuns<Result> runs(Contest<Result> contest) {
        return new SerialRuns<>(contest, result -> result, Spacing.NONE);
    }

    static List<BsonDocument> documents(String... json) {
        return Arrays.stream(json).map(BsonDocument::parse).toList();
    }

    static BsonInt32 number(int value) {
        return new BsonInt32(value);
    }
}
