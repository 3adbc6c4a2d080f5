package dev.photofinish.scenarios.http;

/** How much of a request waits for its release. */
public enum Release {
    /** All of it. The better choice on loopback and for small requests on a quiet network. */
    PLAIN,
    /**
     * Its last byte; everything before is with the server by then. Large bodies and slow networks no longer blur the
     * finish. A request without a body holds back the end of its header.
     */
    LAST_BYTE
}
