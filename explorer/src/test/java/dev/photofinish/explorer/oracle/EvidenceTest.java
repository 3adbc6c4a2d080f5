package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executions of one serial order that differ in nothing but chance say what varies, and how. */
class EvidenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // short random ids, as texts or as names
                "'abk3x9m2' | 'q7wz2p4s' | 'm5n8r3tv' | RENAMED",
                // numbers that somebody counts on, beyond the data that are put back
                "'ORD-2026-0007' | 'ORD-2026-0009' | 'ORD-2026-0011' | RENAMED",
                "7 | 9 | 11 | RENAMED",
                // a digit, a choice among few, jitter
                "7 | 3 | 7 | ANY",
                "7 | 3 | 5 | ANY",
                "'red' | 'green' | 'red' | ANY",
                "'took 13 ms' | 'took 9 ms' | 'took 11 ms' | ANY",
                "true | false | true | ANY",
                // times, in whatever unit
                "1795946400 | 1795946401 | 1795946403 | ANY",
                "1795946400123 | 1795946400456 | 1795946401789 | ANY",
                "'1795946400.12' | '1795946400.45' | '1795946401.7' | ANY",
                "'10:00:01' | '10:00:02' | '10:00:04' | ANY",
                // what does not vary, or looks generated anyway
                "'open' | 'open' | 'open' | AS_IT_STANDS",
                "40 | 40 | 40 | AS_IT_STANDS",
                "'Mon, 30 Nov 2026 10:00:01 GMT' | 'Mon, 30 Nov 2026 10:00:02 GMT' | 'Mon, 30 Nov 2026 10:00:02 GMT' |"
                        + " AS_IT_STANDS",
                "'01JDXK3V7Q8ZR5M2N4P6T8W0YA' | '01JDXK3V9A8ZR5M2N4P6T8W0YB' | '01JDXK3VBB8ZR5M2N4P6T8W0YC' |"
                        + " AS_IT_STANDS"
            })
    void theLeastStrictTreatmentUnderWhichTheyAreEqual(String one, String other, String third, Treatment treatment)
            throws Exception {
        assertThat(learnt(
                                stored("{mark: " + one + "}"),
                                stored("{mark: " + other + "}"),
                                stored("{mark: " + third + "}"))
                        .of("s.d /mark"))
                .isEqualTo(treatment);
    }

    @Test
    void whoHasWhichShortIdStillCounts() throws Exception {
        Treatments learnt = learnt(
                stored("{id: 'abk3x9m2'}", "{of: 'abk3x9m2'}"),
                stored("{id: 'q7wz2p4s'}", "{of: 'q7wz2p4s'}"),
                stored("{id: 'm5n8r3tv'}", "{of: 'm5n8r3tv'}"));

        assertThat(canonical(stored("{id: 'zz9zz9zz'}", "{of: 'zz9zz9zz'}"), learnt))
                .isEqualTo(canonical(stored("{id: 'abk3x9m2'}", "{of: 'abk3x9m2'}"), learnt))
                .isNotEqualTo(canonical(stored("{id: 'zz9zz9zz'}", "{of: 'yy8yy8yy'}"), learnt));
    }

    @Test
    void aNumberThatIsGivenTwiceIsSeenWhereTheyCountOn() throws Exception {
        Treatments learnt =
                learnt(stored("{no: 7}", "{no: 8}"), stored("{no: 9}", "{no: 10}"), stored("{no: 11}", "{no: 12}"));

        assertThat(canonical(stored("{no: 20}", "{no: 21}"), learnt))
                .isEqualTo(canonical(stored("{no: 7}", "{no: 8}"), learnt))
                .isNotEqualTo(canonical(stored("{no: 20}", "{no: 20}"), learnt));
    }

    @Test
    void aGeneratedIdInALinkIsTheSameAsByItself() throws Exception {
        Treatments learnt = learnt(
                stored("{id: 'abk3x9m2', link: '/orders/abk3x9m2/lines'}"),
                stored("{id: 'q7wz2p4s', link: '/orders/q7wz2p4s/lines'}"));

        assertThat(canonical(stored("{id: 'zz9zz9zz', link: '/orders/zz9zz9zz/lines'}"), learnt))
                .isEqualTo(canonical(stored("{id: 'abk3x9m2', link: '/orders/abk3x9m2/lines'}"), learnt))
                .isNotEqualTo(canonical(stored("{id: 'zz9zz9zz', link: '/orders/yy8yy8yy/lines'}"), learnt))
                .isNotEqualTo(canonical(stored("{id: 'zz9zz9zz', link: '/carts/zz9zz9zz/lines'}"), learnt));
    }

    @Test
    void idsThatAreNamesOfFieldsAreRenamed() throws Exception {
        Treatments learnt = learnt(
                stored("{_acl: {Ab3dE6gH9k: {r: true}, '*': {r: true}}}"),
                stored("{_acl: {Zx8wV5tS2q: {r: true}, '*': {r: true}}}"));

        assertThat(canonical(stored("{_acl: {Mm1nN2oO3p: {r: true}, '*': {r: true}}}"), learnt))
                .isEqualTo(canonical(stored("{_acl: {Ab3dE6gH9k: {r: true}, '*': {r: true}}}"), learnt))
                .isNotEqualTo(canonical(stored("{_acl: {Mm1nN2oO3p: {w: true}, '*': {r: true}}}"), learnt))
                .isNotEqualTo(canonical(stored("{_acl: {Mm1nN2oO3p: {r: true}}}"), learnt));
    }

    @Test
    void objectIdsThatAreNamesOfFieldsNeedNoEvidence() throws Exception {
        assertThat(canonical(stored("{_acl: {'6565a1b2c3d4e5f60718293a': 1}, by: '6565a1b2c3d4e5f60718293a'}")))
                .isEqualTo(canonical(stored("{_acl: {'7575a1b2c3d4e5f60718293b': 1}, by: '7575a1b2c3d4e5f60718293b'}")))
                .isNotEqualTo(
                        canonical(stored("{_acl: {'7575a1b2c3d4e5f60718293b': 1}, by: '8585a1b2c3d4e5f60718293c'}")));
    }

    /** Made of the second: two in one second are the same. */
    @Test
    void tokensThatAreTheSameInOneExecutionAndNotInTheNextCanBeAny() throws Exception {
        String one = "9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d";
        String other = "1c1deb4d3b7d4bad9bdd2b0d7b3dcb6e";

        Treatments learnt = learnt(
                stored("{who: 'a', token: '" + one + "'}", "{who: 'b', token: '" + one + "'}"),
                stored("{who: 'a', token: '" + one + "'}", "{who: 'b', token: '" + other + "'}"));

        assertThat(learnt.of("s.d /token")).isEqualTo(Treatment.ANY);
        assertThat(learnt.of("s.d /who")).isEqualTo(Treatment.AS_IT_STANDS);
    }

    @Test
    void documentsOfWhichThereAreMoreOrLessAreLeftOutTheOthersOfTheirCollectionAreNot() throws Exception {
        Treatments learnt =
                learnt(stored("{stock: 40}", "{session: 1, until: 2}"), stored("{stock: 40}"), stored("{stock: 40}"));

        assertThat(canonical(stored("{stock: 40}", "{session: 3, until: 4}"), learnt))
                .isEqualTo(canonical(stored("{stock: 40}"), learnt))
                .isNotEqualTo(canonical(stored("{stock: 20}"), learnt));
    }

    @Test
    void aValueThatVariesMustBeThere() throws Exception {
        Treatments learnt = learnt(stored("{n: 1, dice: 3}"), stored("{n: 1, dice: 1}"), stored("{n: 1, dice: 3}"));

        assertThat(canonical(stored("{n: 1, dice: 6}"), learnt))
                .isEqualTo(canonical(stored("{n: 1, dice: 2}"), learnt))
                .isNotEqualTo(canonical(stored("{n: 1}"), learnt))
                .isNotEqualTo(canonical(stored("{n: 2, dice: 2}"), learnt));
    }

    @Test
    void whatSomebodySaysNotToCompareIsNotRead() throws Exception {
        Treatments said = new Treatments(Uncompared.of(Set.of("d.audit.at", "/data/*/took", "/hints/0")));

        assertThat(canonical(stored("{audit: [{at: 5, by: 'x'}], n: 1}"), said))
                .isEqualTo(canonical(stored("{audit: [{at: 6, by: 'x'}], n: 1}"), said))
                .isNotEqualTo(canonical(stored("{audit: [{at: 6, by: 'y'}], n: 1}"), said));
        assertThat(canonical(told("{data: [{took: 5}], hints: [1]}"), said))
                .isEqualTo(canonical(told("{data: [{took: 9}], hints: [2]}"), said))
                .isNotEqualTo(canonical(told("{data: [{took: 9}], hints: [2], more: 1}"), said));
    }

    private static Treatments learnt(Result... runs) throws InterruptedException {
        return Evidence.of(List.of(List.of(runs)), Uncompared.NOTHING);
    }

    private static Canonical canonical(Result result) throws InterruptedException {
        return canonical(result, Treatments.asItStands());
    }

    private static Canonical canonical(Result result, Treatments treatments) throws InterruptedException {
        return Canonical.of(result, result.told().keySet(), treatments);
    }

    private static Result stored(String... documents) {
        List<BsonDocument> after = new ArrayList<>(
                Arrays.stream(documents).map(BsonDocument::parse).toList());
        return new Result(Map.of(), Given.NOTHING, Map.of("s.d", after), Set.of());
    }

    private static Result told(String answer) {
        Map<String, Told> told = new LinkedHashMap<>();
        told.put("A", Told.of(Told.Outcome.ACCEPTED, List.of(answer)));
        return new Result(told, Given.NOTHING, Map.of(), Set.of());
    }
}
