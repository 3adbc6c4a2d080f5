package dev.photofinish.scenarios.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "http://nas,                  false, nas,       80,   http://nas",
        "http://nas:80/,              false, nas,       80,   http://nas",
        "http://127.0.0.1:8001,       false, 127.0.0.1, 8001, http://127.0.0.1:8001",
        "HTTPS://misty.example.org/a/, true, misty.example.org, 443, https://misty.example.org/a",
        "http://[::1]:8001,           false, ::1,       8001, http://[::1]:8001",
    })
    void readsAddresses(String address, boolean secure, String host, int port, String written) {
        Endpoint endpoint = endpoint(address);

        assertThat(endpoint.secure()).isEqualTo(secure);
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8001", "ftp://nas", "http:///api", "nas", "http://nas/?x=1", "http://nas/#top"})
    void refusesWhatIsNoAddressOfAnApplication(String address) {
        assertThatThrownBy(() -> endpoint(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address %s cannot be used: ", address)
                .hasMessageEndingWith("Expected one like http://127.0.0.1:8001.");
    }

    @Test
    void refusesCredentialsWithoutRepeatingThem() {
        assertThatThrownBy(() -> endpoint("http://admin:geheim@nas"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains credentials")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void refusesTimeoutsWithoutBound() {
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("The connect timeout is PT0S; give one between 1 ms and 1 h.");
        assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ofDays(1)))
                .hasMessage("The answer timeout is PT24H; give one between 1 ms and 1 h.");
    }

    private static Endpoint endpoint(String address) {
        return Endpoint.of(URI.create(address), TlsTrust.system(), Timeouts.DEFAULT);
    }
}
