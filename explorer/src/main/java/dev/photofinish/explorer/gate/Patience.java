package dev.photofinish.explorer.gate;

import java.time.Duration;

/**
 * How long a gatekeeper waits for what.
 *
 * @param look silence after which it looks from outside at what a contender does, and time until it looks again
 * @param quiet silence after which a contender that sends several commands at once is taken to have sent them all
 * @param suspicion when a contender that is silent in the application may be blocked there, if others are held
 * @param database how long the database may work on one command before nothing can be said any more
 * @param application how long the application may neither send a command nor answer before nothing can be said any more
 * @param endless how long a contender that is left alone may go round in circles before it is taken for endless
 * @param whole how long it may take from one contender's beginning until all that have begun are at their ends
 * @param closing how long everything may take to come to its end when a contest is broken off
 */
public record Patience(
        Duration look,
        Duration quiet,
        Suspicion suspicion,
        Duration database,
        Duration application,
        Duration endless,
        Duration whole,
        Duration closing) {

    public static final Patience DEFAULT = new Patience(
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            Suspicion.DEFAULT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofSeconds(10));

    /** The same, but who sends several commands at once has sent them all after another time. */
    public Patience quietAfter(Duration silence) {
        return new Patience(look, silence, suspicion, database, application, endless, whole, closing);
    }

    /** The same, but an application that is silent is suspected after another time. */
    public Patience suspiciousAfter(Duration silence) {
        return new Patience(look, quiet, suspicion.after(silence), database, application, endless, whole, closing);
    }

    /**
     * The same for an execution that must be at its end within such a time, the time-out of whoever waits for an answer: what is the
     * matter with a silent contender has to be known well before. Who goes round in circles may give that up for as long as somebody
     * waits for its answer.
     */
    public Patience endingWithin(Duration time) {
        return new Patience(
                look,
                quiet,
                suspicion.atMost(time.dividedBy(5)),
                database,
                application,
                time.multipliedBy(9).dividedBy(10),
                time,
                closing);
    }

    /** The same, but an application that does nothing is given up after another time. */
    Patience givingUpAfter(Duration silence) {
        return new Patience(look, quiet, suspicion, database, silence, endless, whole, closing);
    }

    /** The same, but an execution may take so much longer, in which nobody waits for an answer any more. */
    public Patience endingLater(Duration time) {
        return new Patience(look, quiet, suspicion, database, application, endless, whole.plus(time), closing);
    }

    /** The same, but a contest that is broken off is given another time to come to its end. */
    public Patience closingWithin(Duration time) {
        return new Patience(look, quiet, suspicion, database, application, endless, whole, time);
    }
}
