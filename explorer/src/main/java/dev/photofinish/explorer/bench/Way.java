package dev.photofinish.explorer.bench;

import java.net.InetSocketAddress;
import java.time.Duration;

/** A way from a client to the server. */
interface Way extends AutoCloseable {

    /** What it is called in the table. */
    String name();

    InetSocketAddress address();

    /** Processor time that whoever stands in it has used since it was started; in steps of 10 ms on Linux. */
    Duration processorTime();

    @Override
    void close();

    /** Nobody stands in it. */
    record Direct(InetSocketAddress address) implements Way {

        @Override
        public String name() {
            return "direct";
        }

        @Override
        public Duration processorTime() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }
}
