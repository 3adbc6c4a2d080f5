package dev.photofinish.explorer.wire;

import java.util.Map;
import java.util.concurrent.Callable;

/**
 * An application that hands out 80 of what its stock {@code S-1} holds and writes a movement, or refuses; in several ways, each
 * the same commands in every language.
 */
interface Storeroom {

    /** Oversells: find, update to what is left of what was found, insert. */
    Callable<?> take(String contender);

    /** Right: findAndModify if there is enough, insert. */
    Callable<?> takeSafely(String contender);

    /** As {@link #take}, in a transaction that the driver tries again. */
    Callable<?> takeInTransaction(String contender);

    /** Who was told {@code granted} and who {@code refused}: to be read when all have their answers. */
    Map<String, String> answers();
}
