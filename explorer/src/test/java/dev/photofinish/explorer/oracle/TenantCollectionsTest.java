package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.judge;
import static dev.photofinish.explorer.oracle.Ledgers.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.oracle.LedgerContest.Books;
import dev.photofinish.explorer.search.Judgement;
import java.util.IdentityHashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** An application with a collection for every tenant, whose name is another one in each execution on data made anew. */
class TenantCollectionsTest {

    private final IdentityHashMap<Books, String> tenants = new IdentityHashMap<>();

    private final LedgerContest contest = new LedgerContest(Map.of(
                    "shop.t_pf-a1-b-7", documents("{_id: 'c', n: 9}"), "shop.plans", documents("{_id: 1, n: 0}")))
            .with("A", this::looks, this::counts)
            .with("B", this::looks, this::counts);

    /** Those of earlier executions are there as they were. */
    private String tenant(Books books) {
        tenants.values().forEach(books::in);
        return tenants.computeIfAbsent(books, execution -> "shop.t_pf-a1-b-" + (100 + tenants.size()));
    }

    private void looks(Books books, LedgerContest.Mine mine) {
        mine.remember("n", number(books.in(tenant(books)).size()));
    }

    private void counts(Books books, LedgerContest.Mine mine) {
        books.in(tenant(books))
                .add(new BsonDocument("_id", number(books.in(tenant(books)).size())).append("saw", mine.recall("n")));
        mine.accepted("ok");
    }

    @Test
    void isTheSameInEveryExecution() throws InterruptedException {
        assertThat(judge(contest, "A A B B")).isEqualTo(Judgement.HELD);
    }

    @Test
    void andWhatIsWrongThereIs() throws InterruptedException {
        assertThat(judge(contest, "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("shop.t_* (_id 1) saw: 0"));
    }
}
