package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.step.Step;
import java.util.Optional;

/** Looks from outside at what a silent contender is doing. Called by the scheduler's thread only; must return within a second. */
@FunctionalInterface
public interface WaitProbe {

    /** Nothing can be seen from outside. */
    WaitProbe NONE = (contender, underWay) -> Sighting.UNSEEN;

    /**
     * @param underWay the step that the database has not answered yet; empty if the contender is in the application
     * @throws InterruptedException if the exploration is being stopped
     */
    Sighting look(String contender, Optional<Step> underWay) throws InterruptedException;
}
