package dev.photofinish.scenarios.invariants;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere are told without the password in them. */
class MongoAddressTest {

    private static final String PASSWORD = "pass-of-the-spy";

    @Test
    void whereNobodyListensItSaysSoWithoutThePassword() {
        assertThatThrownBy(() -> Database.openNamed(
                        "mongodb://spy:" + PASSWORD + "@127.0.0.1:1/?" + "serverSelectionTimeoutMS=100", "shop"))
                .isInstanceOf(CannotReachDatabase.class)
                .hasMessage(
                        "The MongoDB at 127.0.0.1:1 does not answer; is it running, and may this machine reach it?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://spy:" + PASSWORD + "@host/misty",
                "mongodb://spy:" + PASSWORD + "@@host/misty",
                "mongodb://spy:/" + PASSWORD + "@host/misty",
                "mongodb://spy:" + PASSWORD + "@host:port/misty",
                "mongodb://spy:" + PASSWORD + "@host:99999/misty",
                "mongodb://spy:" + PASSWORD + "@/misty",
                "mongodb://spy:1/?readPreference=" + PASSWORD + "@host",
                "mongodb://spy:" + PASSWORD + "@host/misty?w=majority&readPreference=nobody",
                "mongodb://spy:" + PASSWORD + "@host/mi%20sty",
                "spy:" + PASSWORD + "@host",
                ""
            })
    void aBrokenAddressIsSaidWithoutThePassword(String uri) {
        assertThatThrownBy(() -> Database.open(uri, Optional.of("misty")))
                .isInstanceOf(UnusableAddress.class)
                .hasMessageContaining("Expected one like mongodb://user:password@host:27017/misty.")
                .hasMessageNotContaining(PASSWORD);
    }
}
