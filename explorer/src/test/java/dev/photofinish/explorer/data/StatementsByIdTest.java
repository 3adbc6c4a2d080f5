package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements can concern a document: none that can is left out. */
class StatementsByIdTest {

    private static final Statement ANYTHING = new Statement.Anything();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{_id: 1}                      | {_id: {$numberLong: '1'}}",
                "{_id: 1}                      | {_id: 1.0}",
                "{_id: 1.0}                    | {_id: 1}",
                "{_id: {$numberDecimal: '1'}}  | {_id: 1}",
                "{_id: 'ann'}                  | {_id: 'ANN'}",
                "{_id: {a: 1}}                 | {_id: {a: 2}}",
                "{_id: true}                   | {_id: true}",
                "{_id: {$oid: '507f1f77bcf86cd799439011'}} | {_id: {$oid: '507f1f77bcf86cd799439011'}}",
                "{name: 'ann'}                 | {_id: 7}",
                "{_id: {$gt: 3}}               | {_id: 7}",
            })
    void whatMayBeEqualMayBeTheSame(String filter, String document) {
        Statement deletion = deletion(filter);

        assertThat(new StatementsById(List.of(deletion)).about(BsonDocument.parse(document)))
                .containsExactly(deletion);
    }

    @Test
    void whatNamesAnotherIsNotLookedAt() {
        Statement other = deletion("{_id: 'bob'}");

        assertThat(new StatementsById(List.of(other, ANYTHING)).about(BsonDocument.parse("{_id: 'ann'}")))
                .containsExactly(ANYTHING);
    }

    @Test
    void theyComeInTheOrderInWhichTheyWereSent() {
        Statement first = deletion("{_id: 'ann'}");
        Statement last = new Statement.Insert(BsonDocument.parse("{_id: 'ann'}"));

        assertThat(new StatementsById(List.of(first, ANYTHING, last)).about(BsonDocument.parse("{_id: 'ann'}")))
                .containsExactly(first, ANYTHING, last);
    }

    private static Statement deletion(String filter) {
        return new Statement.Delete(new Filter(BsonDocument.parse(filter)));
    }
}
