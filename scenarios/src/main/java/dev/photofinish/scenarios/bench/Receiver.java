package dev.photofinish.scenarios.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A server on loopback that answers every request 200 at once and knows when the byte that completed it arrived. */
sealed interface Receiver extends AutoCloseable permits KernelReceiver, StampingReceiver {

    /** The most exact one that this machine can run. */
    static Receiver start() throws IOException {
        return KernelReceiver.isPossible() ? KernelReceiver.launch() : StampingReceiver.launch();
    }

    /** Who looks at the clock, for the table. */
    String stampedBy();

    URI address();

    /** When each request arrived, in this order; times are comparable with each other only. Asked once, at the end. */
    List<Stamp> arrivals() throws IOException;

    @Override
    void close();
}
