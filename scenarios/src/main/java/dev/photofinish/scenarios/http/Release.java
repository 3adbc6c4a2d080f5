package dev.photofinish.scenarios.http;

/** How much of a request waits for its release. */
public enum Release {
    /** All of it: for servers and proxies in between that do not bear a request that comes in two parts. */
    PLAIN,
    /**
     * Its last byte; everything before is with the server by then. Large bodies and slow networks no longer blur the
     * finish, and a server that has just read the rest is awake. A request without a body holds back the end of its header.
     */
    LAST_BYTE
}
