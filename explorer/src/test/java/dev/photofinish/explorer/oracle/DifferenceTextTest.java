package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.oracle.LedgerContest.Move;
import java.util.Map;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {

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
}
