package dev.photofinish.explorer.gate;

import java.time.Duration;

/**
 * How long a gatekeeper waits for what.
 *
 * @param look silence after which it looks from outside at what a contender does, and time until it looks again
 * @param quiet silence after which a contender that sends several commands at once is taken to have sent them all
 * @param suspicious silence in the application after which a contender may be blocked there, if others are held
 * @param timesTypical and it must have been silent for so many times what is usual in this contest
 * @param again the same for one that was blocked in the application before the others moved
 * @param database how long the database may work on one command before nothing can be said any more
 * @param application how long the application may neither send a command nor answer before nothing can be said any more
 * @param closing how long everything may take to come to its end when a contest is broken off
 */
public record Patience(
        Duration look,
        Duration quiet,
        Duration suspicious,
        int timesTypical,
        Duration again,
        Duration database,
        Duration application,
        Duration closing) {

    public static final Patience DEFAULT = new Patience(
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            Duration.ofSeconds(1),
            20,
            Duration.ofMillis(50),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** The same, but who sends several commands at once has sent them all after another time. */
    public Patience quietAfter(Duration silence) {
        return new Patience(look, silence, suspicious, timesTypical, again, database, application, closing);
    }

    /** The same, but an application that is silent is suspected after another time. */
    public Patience suspiciousAfter(Duration silence) {
        return new Patience(look, quiet, silence, timesTypical, again, database, application, closing);
    }

    /** The same, but a contest that is broken off is given another time to come to its end. */
    public Patience closingWithin(Duration time) {
        return new Patience(look, quiet, suspicious, timesTypical, again, database, application, time);
    }
}
