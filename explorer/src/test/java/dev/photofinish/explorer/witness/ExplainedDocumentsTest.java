package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which document an explanation is about, and how it is named. */
class ExplainedDocumentsTest {

    private final Played played = new Played();

    /** Two requests of one employee, whose documents are named by a field of their own. */
    private Played leave() {
        return played.of(
                        "B",
                        "{findAndModify: 'requests', query: {id: 'r1', status: 'open'},"
                                + " update: {$set: {status: 'approved'}}}",
                        "{value: {_id: 11, id: 'r1', employee: 'e', hours: 8, status: 'open'},"
                                + " lastErrorObject: {n: 1, updatedExisting: true}}")
                .finds("A", "requests", "{id: 'r2'}", "{_id: 12, id: 'r2', employee: 'e', hours: 8}")
                .finds("A", "employees", "{id: 'e'}", "{_id: 21, id: 'e', balance: 100}")
                .updates("B", "employees", "{id: 'e'}", "{$inc: {balance: -8}}")
                .updates("A", "requests", "{id: 'r2'}", "{$set: {status: 'cancelled'}}")
                .updates("A", "employees", "{id: 'e'}", "{$set: {balance: 108}}");
    }

    @Test
    void areThoseThatBothTouchedAndNotTwoOfOneCollection() {
        Explanation explanation = leave().explanation();

        assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
        assertThat(explanation.sentence())
                .isEqualTo("A wrote balance of employees {id: \"e\"}, which it had read before B's write.");
        assertThat(played.stars(explanation)).containsExactly(3, 4, 6);
    }

    @Test
    void areThoseThatTheRuleAccuses() {
        played.finds("A", "items", "{_id: 1}", "{_id: 1, stock: 5}")
                .finds("A", "carts", "{_id: 2}", "{_id: 2, sum: 0}")
                .updates("B", "items", "{_id: 1}", "{$set: {stock: 4}}")
                .updates("B", "carts", "{_id: 2}", "{$set: {sum: 3}}")
                .updates("A", "carts", "{_id: 2}", "{$set: {sum: 6}}")
                .updates("A", "items", "{_id: 1}", "{$set: {stock: 3}}");

        assertThat(played.accusing(accused("shop.items", "number 1")).sentence())
                .startsWith("A wrote stock of items {_id: 1}");
        assertThat(played.accusing(accused("shop.carts", "number 2")).sentence())
                .startsWith("A wrote sum of carts {_id: 2}");
    }

    @Test
    void areFoundByTheValueThatAGroupOfThemShares() {
        played.finds("A", "weeks", "{employee: 'e', week: 1}")
                .finds("A", "users", "{_id: 7}", "{_id: 7, n: 1}")
                .updates("B", "users", "{_id: 7}", "{$set: {n: 2}}")
                .inserts("B", "weeks", "{_id: 31, employee: 'e', week: 1}")
                .updates("A", "users", "{_id: 7}", "{$set: {n: 2}}")
                .inserts("A", "weeks", "{_id: 32, employee: 'e', week: 1}");

        Explanation explanation = played.accusing(accused("shop.weeks", "string e"));

        assertThat(explanation.anomaly()).contains(Anomaly.DUPLICATE);
        assertThat(played.stars(explanation)).containsExactly(1, 4, 6);
    }

    private static Accused accused(String namespace, String id) {
        return new Accused(Set.of(namespace), List.of(new Traits(Map.of("_id", id), "")), Set.of(), Set.of());
    }
}
