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

    /** @throws NoAnswerException if nobody answers in that time, or somebody wants it all to stop */
    void of(Deployment deployment) throws NoAnswerException {
        long begun = System.nanoTime();
        boolean told = false;
        while (true) {
            try (Connection connection = deployment.connections().connection()) {
                connection.open();
                return;
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
                    throw notYet;
                }
            }
        }
    }
}
