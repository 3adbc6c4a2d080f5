package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private final Wording wording = new Wording(Masking.BY_NAME);

    @Test
    void aHashedPasswordIsMaskedWhateverItsFieldIsCalled() {
        String hash = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

        assertThat(wording.of(new BsonDocument("h", new BsonString(hash)))).isEqualTo("{h: \"***\"}");
    }

    @Test
    void aSignedTokenIsMasked() {
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-1";

        assertThat(wording.of(new BsonDocument("t", new BsonString(token)))).isEqualTo("{t: \"***\"}");
    }

    @Test
    void aPriceIsNoSecret() {
        assertThat(wording.of(new BsonDocument("p", new BsonString("$20")))).isEqualTo("{p: \"$20\"}");
    }
}
