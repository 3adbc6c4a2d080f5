package dev.photofinish.cli;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Connection;
import dev.photofinish.scenarios.http.NoAnswerException;
import java.time.Duration;

/**
 * The application may be started only now: many look for their database as they start, and the gate has just been opened.
 *
 * @param patience how long it may take
 */
record Arrival(Terminal terminal, StopSignal stop, Duration patience) {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    /**
     * @return that it is there, or false if somebody wants it all to stop before
     * @throws NoAnswerException if nobody answers in that time
     */
    boolean of(Deployment deployment) throws NoAnswerException {
        long begun = System.nanoTime();
        boolean told = false;
        while (true) {
            try (Connection connection = deployment.connections().connection()) {
                connection.open();
                return true;
            } catch (NoAnswerException notYet) {
                if (System.nanoTime() - begun > patience.toNanos()) {
                    throw notYet;
                }
                if (!told) {
                    terminal.say("Nobody answers at " + deployment.endpoint() + " yet; waiting " + patience.toSeconds()
                            + " s for the application to start, with the gate as its MongoDB.");
                    told = true;
                }
                if (stop.comesWithin(BETWEEN)) {
                    return false;
                }
            }
        }
    }
}
