package dev.photofinish.scenarios.bench;

import java.net.URI;

/** Somebody who can send two requests at the same time, again and again. */
interface Peer {

    /** What they are called in the table. */
    String name();

    /**
     * Sends two POST requests with {@link #BODY} to {@code /1}, then two to {@code /2} and so on, each pair as close together
     * as this peer can, and waits for the answers of a pair before the next.
     *
     * @throws Exception when it cannot go on; its message says why
     */
    void race(URI receiver, int rounds) throws Exception;

    String BODY =
            "{\"product_id\":\"P-1\",\"client_id\":\"C-1\",\"quantity\":80,\"order_reference\":\"ADM-2026-0001\"}";
}
