package dev.photofinish.explorer.search;

/** Is told how an exploration gets on, and may end it early. */
public interface Watcher {

    /** Nobody watches. */
    Watcher NONE = new Watcher() {
        @Override
        public void progress(Coverage soFar) {}

        @Override
        public boolean stop() {
            return false;
        }
    };

    /** After each schedule. */
    void progress(Coverage soFar);

    /** Asked before each schedule. */
    boolean stop();

    /**
     * Says what ends the schedule at hand as soon as it is to stop; who only asks before each schedule need not know.
     *
     * @param end may be called from any thread, also if it is over
     */
    default void whenStopped(Runnable end) {}
}
