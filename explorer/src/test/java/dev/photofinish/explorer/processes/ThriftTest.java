package dev.photofinish.explorer.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThriftTest {

    private static final long MILLISECOND = 1_000_000;

    private final Thrift thrift = new Thrift();
    private long now;

    @Test
    void atFirstEveryLookIsWorthIt() {
        for (int look = 0; look < 100; look++) {
            assertThat(thrift.allowsAnother(now)).isTrue();
            looks(MILLISECOND);
        }

        assertThat(thrift.allowsAnother(now)).isFalse();
    }

    @Test
    void thenLookingTakesOnePartInFiftyOfTheTime() {
        inVain();

        now = 100 * 50 * MILLISECOND - 1;
        assertThat(thrift.allowsAnother(now)).isFalse();
        now++;
        assertThat(thrift.allowsAnother(now)).isTrue();
    }

    @Test
    void asLongAsTheApplicationIsSeenAtWorkNowAndThenEveryLookIsWorthIt() {
        inVain();

        for (int time = 0; time < 11; time++) {
            looks(51 * MILLISECOND);
            assertThat(thrift.allowsAnother(now))
                    .as("the machine may have been busy")
                    .isFalse();
        }
        looks(51 * MILLISECOND);

        assertThat(thrift.allowsAnother(now)).isTrue();
    }

    private void inVain() {
        for (int look = 0; look < 100; look++) {
            looks(MILLISECOND);
        }
    }

    private void looks(long nanos) {
        thrift.looked(now, now + nanos);
        now += nanos;
    }
}
