package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTest {

    private static final String ID = "6565a1b2c3d4e5f60718293a";
    private static final String KEY = "3f2a91c0-1111-4111-8111-aaaaaaaaaaaa";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                KEY,
                "3F2A91C0-1111-4111-8111-AAAAAAAAAAAA",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl",
                "dGhpc0lzQVNlc3Npb24x",
                "9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d"
            })
    void idsAndTokensAreOpaque(String text) {
        assertThat(leaf(text).tokens()).containsExactly(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T19:46:00Z",
                "2026-11-24T19:46:00.123+01:00",
                "2026-11-24 19:46:00",
                "2026-11-24T19:46"
            })
    void timesAreOneAndTheSame(String text) {
        assertThat(leaf(text).tokens()).containsExactly(Opaque.TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORD-2026-0007",
                "concurrent-stock-allocation",
                "2026-11-24",
                "1234567890123456",
                "winding",
                "A customer who is not opaque at all",
                "CamelCaseNamesStayAsTheyAre",
                "deadbeef"
            })
    void whatPeopleReadIsNot(String text) {
        assertThat(leaf(text).tokens()).isEmpty();
    }

    @Test
    void opaquePartsOfATextAreCutOut() {
        assertThat(leaf("/orders/" + KEY + "/lines").texts()).containsExactly("\"/orders/", "/lines\"");
        assertThat(leaf("made " + KEY + " at 2026-11-24T19:46:00Z.").tokens()).containsExactly(KEY, Opaque.TIME);
    }

    @Test
    void anIdIsTheSameInEveryType() {
        assertThat(Leaf.of(new BsonObjectId(new ObjectId(ID)), Known.NOTHING).tokens())
                .isEqualTo(leaf(ID).tokens());
        assertThat(Leaf.of(new BsonBinary(UUID.fromString(KEY)), Known.NOTHING).tokens())
                .isEqualTo(leaf(KEY).tokens());
    }

    /** Most texts are too short for it, and are not searched. */
    @ParameterizedTest
    @ValueSource(strings = {"20261130T124500", "eyJa.b.", "at eyJa.b.c"})
    void theShortestIsFound(String text) {
        assertThat(leaf(text).tokens()).hasSize(1);
        assertThat(Opaque.all(text)).hasSize(1);
    }

    @Test
    void aDayIsChosenAndATimeIsNot() {
        assertThat(Leaf.of(new BsonDateTime(86_400_000L * 20_000), Known.NOTHING)
                        .tokens())
                .isEmpty();
        assertThat(Leaf.of(new BsonDateTime(86_400_000L * 20_000 + 1), Known.NOTHING)
                        .tokens())
                .containsExactly(Opaque.TIME);
    }

    @Test
    void numbersCompareByValue() {
        assertThat(Leaf.of(new BsonInt32(20), Known.NOTHING))
                .isEqualTo(Leaf.of(new BsonInt64(20), Known.NOTHING))
                .isEqualTo(Leaf.of(new BsonDouble(20.0), Known.NOTHING));
        assertThat(Leaf.of(new BsonDouble(0.1 + 0.2), Known.NOTHING))
                .isEqualTo(Leaf.of(new BsonDouble(0.3), Known.NOTHING));
        assertThat(Leaf.of(new BsonInt32(20), Known.NOTHING)).isNotEqualTo(Leaf.of(new BsonInt32(21), Known.NOTHING));
    }

    @Test
    void whatWasThereOrWasAskedForStaysAsItIs() {
        Given given = Given.of(Map.of("orders", List.of(BsonDocument.parse("{items: [{lot: '" + KEY + "'}]}"))));
        Known known = Known.of(new Result(Map.of(), given, Map.of(), Set.of("/orders/" + ID)));

        assertThat(Leaf.of(new BsonString(KEY), known).tokens()).isEmpty();
        assertThat(Leaf.of(new BsonObjectId(new ObjectId(ID)), known).tokens()).isEmpty();
        assertThat(Leaf.of(new BsonObjectId(), known).tokens()).hasSize(1);
    }

    private static Leaf leaf(String text) {
        return Leaf.of(new BsonString(text), Known.NOTHING);
    }
}
