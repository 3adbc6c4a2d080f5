package dev.photofinish.explorer.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretLooksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hash\":\"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"} | {\"hash\":\"***\"}",
                "{\"jwt\":\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-1\"} | {\"jwt\":\"***\"}",
                "{\"accessToken\": \"8f3a\", \"id\": 7} | {\"accessToken\": \"***\", \"id\": 7}",
                "{\"password\":\"cut off in the mid | {\"password\":\"***\"",
                "{\"name\":\"$argon2id$v=19$m=65536$c2FsdA$aGFzaA\"} | {\"name\":\"***\"}",
                "{\"pin\":1,\"passcode\":4711,\"id\":7} | {\"pin\":1,\"passcode\":\"***\",\"id\":7}",
                "{\"tokens\":[\"a]b\",{\"t\":\"\\\"c\"}],\"id\":7} | {\"tokens\":\"***\",\"id\":7}",
                "{\"credentials\":{\"user\":\"ann\",\"pin\":[1]},\"id\":7} | {\"credentials\":\"***\",\"id\":7}",
                "{\"secrets\":[\"cut off in | {\"secrets\":\"***\"",
                "{\"hasPassword\":true,\"token\":null,\"salt\": -1.5e3} |"
                        + " {\"hasPassword\":true,\"token\":null,\"salt\": \"***\"}",
                "{\"refresh\":\"mQ2nB4vC6xZ8lK0jH1gF\",\"refreshed\":\"2026-11-30T17:53:21Z\",\"refresh_s\":30} |"
                        + " {\"refresh\":\"***\",\"refreshed\":\"2026-11-30T17:53:21Z\",\"refresh_s\":30}",
                "{\"refresh\":{\"value\":\"x\",\"csrf\":\"x\"}} | {\"refresh\":{\"value\":\"x\",\"csrf\":\"***\"}}",
                "{\"session\":\"65a1b2c3d4e5f60718293a4b\",\"author\":\"user_8f3a91c0d2e4f5a6\"} |"
                        + " {\"session\":\"65a1b2c3d4e5f60718293a4b\",\"author\":\"user_8f3a91c0d2e4f5a6\"}",
                "{\"sid\":\"65a1b2c3d4e5f60718293a4b\",\"auth\":\"none\"} | {\"sid\":\"***\",\"auth\":\"none\"}",
                "user=ann&password=hunter2 | user=ann&password=***",
                "{\"price\":\"$20\",\"id\":\"8f3a91c0-1111\"} | {\"price\":\"$20\",\"id\":\"8f3a91c0-1111\"}",
            })
    void whatLooksLikeASecretIsMaskedAndNothingElse(String text, String masked) {
        assertThat(SecretLooks.mask(text, "***")).isEqualTo(masked);
    }

    @Test
    void asJavaWritesRecordsAndMapsToo() {
        record User(String name, String passwordHash, boolean hasToken, int age) {}

        assertThat(SecretLooks.maskObject(new User("ann", "8f3a 91c0", true, 7), "***"))
                .isEqualTo("User[name=ann, passwordHash=***, hasToken=true, age=7]");
        assertThat(SecretLooks.maskObject(List.of(new TreeMap<>(Map.of("apiKey", "x", "id", 3))), "***"))
                .isEqualTo("[{apiKey=***, id=3}]");
        assertThat(SecretLooks.maskObject(80, "***")).isEqualTo("80");
    }
}
