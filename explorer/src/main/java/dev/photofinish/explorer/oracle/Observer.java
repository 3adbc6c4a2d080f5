package dev.photofinish.explorer.oracle;

/**
 * Looks at what an execution led to.
 *
 * @param <R> what there is to judge when everybody has finished
 */
@FunctionalInterface
public interface Observer<R> {

    /** Called before the next execution begins, so the data are still those that the contenders left. */
    Result observe(R ended) throws InterruptedException;
}
