package dev.photofinish.explorer.junit;

/** What must hold after every schedule. */
@FunctionalInterface
public interface Rule {

    /**
     * Called when all contenders have ended, by the thread of the test.
     *
     * @return whether it holds; an {@link AssertionError} says more clearly that it does not
     */
    boolean holds(Told told);
}
