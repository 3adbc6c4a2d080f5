package dev.photofinish.reports;

/**
 * How far apart the contenders of a round were, over all rounds: the time from the first to the last, in microseconds.
 *
 * @param seenAt where it was measured
 */
public record Spread(SeenAt seenAt, int rounds, double p50Micros, double p90Micros, double p99Micros) {

    public enum SeenAt {
        /** Between the requests' last bytes, as the server stamped their arrival. */
        SERVER,
        /** Between the writes that released the requests, as this machine's clock saw them. */
        RELEASE
    }
}
