package dev.photofinish.explorer.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSecretsTest {

    private static final String UUID = "5f81a2b3-1111-4222-8333-abcdefabcdef";

    private final LiveSecrets secrets = LiveSecrets.of(List.of());

    @ParameterizedTest
    @CsvSource({
        "sid, 5f81a2b3c4d5e6f708192a3b4c5d6e7f, 5f81a2b3c4d5e6f708192a3b4c5d6e7f",
        "connect.sid, s%3AUqZ0xW1hS3kT7vYb2cD4eF6gH8jK.pQ9rS%2F8tU7vW6xY5zA4bC3dE2fG1h, UqZ0xW1hS3kT7vYb2cD4eF6gH8jK",
        "connect.sid, s%3AUqZ0xW1hS3kT7vYb2cD4eF6gH8jK.pQ9rS%2F8tU7vW6xY5zA4bC3dE2fG1h, pQ9rS/8tU7vW6xY5zA4bC3dE2fG1h",
        "SESSION, NWY4MWEyYjMtMTExMS00MjIyLTgzMzMtYWJjZGVmYWJjZGVm, 5f81a2b3-1111-4222-8333-abcdefabcdef",
        "session, eyJzaWQiOiI1ZjgxYTJiM2M0ZDVlNmY3MDgxOTJhM2IifQ.aBcD.x1Y2z3W4v5U6t7S8r9Q0, 5f81a2b3c4d5e6f708192a3b",
        "remember_web, 7|mQ2nB4vC6xZ8lK0jH1gF|hash, mQ2nB4vC6xZ8lK0jH1gF",
        "app, \"mQ2nB4vC6xZ8lK0jH1gF\", mQ2nB4vC6xZ8lK0jH1gF",
        "app, qRtYuIoPaSdFgHjKlZxC, qRtYuIoPaSdFgHjKlZxC",
        "sid, a1b2c3, a1b2c3",
        "app, mQ2nB4vC6xZ8lK0jH1gF, mq2nb4vc6xz8lk0jh1gf",
        "app, 5f81a2b3-1111-4222-8333-abcdefabcdef, 5f81a2b3-1111-4222-8333-abcdefabcdef",
    })
    void whatASessionCookieHoldsIsMaskedInEveryWayInWhichItIsStored(String name, String value, String stored) {
        secrets.learnCookie(name, value);

        assertThat(secrets.mask("sessions {_id: \"sess:" + stored + "\"}")).isEqualTo("sessions {_id: \"sess:***\"}");
        assertThat(secrets.maskTokens("read by " + stored)).isEqualTo("read by ***");
    }

    @ParameterizedTest
    @CsvSource({
        "cart, 17",
        "lang, de",
        "sid, 17",
        "auth, alice",
        "cart_id, 65a1b2c3d4e5f60718293a4b",
        "last_viewed_product, 5f81a2b3-1111-4222-8333-abcdefabcdef",
        "consent, necessary-analytics-marketing",
        "theme, DarkHighContrastTheme",
        "seen_at, 2026-11-30T17:53:21.060Z",
        "sessionShownAs, light-blue-monday-17",
        "tz, Europe/Berlin",
        "_ga, GA1.2.1234567890.1700000000",
    })
    void whatIsNoKeyStaysReadable(String name, String value) {
        secrets.learnCookie(name, value);

        assertThat(secrets.mask("shown: " + value)).isEqualTo("shown: " + value);
    }

    @Test
    void whoATokenIsForIsNoSecretButItsNumberIs() {
        String payload = "{\"sub\":\"65a1b2c3d4e5f60718293a4b\",\"jti\":\"" + UUID + "\"}";
        String token = "h." + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".s";

        secrets.learnToken(token);

        assertThat(secrets.mask("65a1b2c3d4e5f60718293a4b " + UUID + " " + token))
                .isEqualTo("65a1b2c3d4e5f60718293a4b *** ***");
    }

    @Test
    void aPasswordIsMaskedWhereItStandsAlone() {
        secrets.learnPassword("photo");

        assertThat(secrets.mask("{\"p\":\"photo\"} p=photo&x photo_7.stock photographer"))
                .isEqualTo("{\"p\":\"***\"} p=***&x photo_7.stock photographer");
    }

    @Test
    void noSentenceOfPhotofinishLosesAWordToAPassword() {
        secrets.learnPassword("held");

        assertThat(secrets.maskTokens("held in 3 rounds")).isEqualTo("held in 3 rounds");
    }

    @Test
    void whatTheEnvironmentGaveIsMaskedWhereverItStandsTheLongerFirst() {
        LiveSecrets given = LiveSecrets.of(List.of("hunter", "hunter2", " ", "a\"b c"));

        assertThat(given.mask("hunter2 xhunterx {\"p\":\"a\\\"b c\"} p=a%22b+c p=a%22b%20c"))
                .isEqualTo("*** x***x {\"p\":\"***\"} p=*** p=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_5f81a2b3c4d5e6f7", "5f81a2b3c4d5e6f708192a3b"})
    void aTokenInsideOfAnotherIsMaskedAsPartOfIt(String token) {
        secrets.learnToken(token);
        secrets.learnToken(token + "ffffffff");

        assertThat(secrets.mask(token + "ffffffff" + token)).isEqualTo("******");
    }

    @Test
    void theOldestAreForgotten() {
        IntStream.range(0, 200_001).forEach(number -> secrets.learnToken("5f81a2b3c4d5e6f7x" + number));

        assertThat(secrets.mask("5f81a2b3c4d5e6f7x0.")).isEqualTo("5f81a2b3c4d5e6f7x0.");
        assertThat(secrets.mask("5f81a2b3c4d5e6f7x200000.")).isEqualTo("***.");
    }

    @Test
    void whatIsPrintedOfItTellsNothing() {
        secrets.learnToken("5f81a2b3c4d5e6f708192a3b");

        assertThat(secrets).hasToString("1 secrets");
    }
}
