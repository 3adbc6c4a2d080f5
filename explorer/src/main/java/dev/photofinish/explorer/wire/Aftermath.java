package dev.photofinish.explorer.wire;

import java.util.List;
import java.util.Optional;

/** What an execution has to tell its contest in the end. */
interface Aftermath {

    /** All contenders are over, and nobody has looked at the data yet. */
    void everybodyIsOver();

    /** How many commands have passed so far because the contest ignores them. */
    long ignoredCommands();

    /**
     * @param stragglers contenders' threads that do not end
     * @param noise why it cannot be said that nothing more comes of it, in a sentence
     * @param transactions why some are still open, in a sentence, if they are
     */
    void leaves(List<String> stragglers, Optional<String> transactions, Optional<String> noise);
}
