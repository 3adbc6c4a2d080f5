package dev.photofinish.explorer.attribution;

/**
 * Whether the application sleeps, where somebody can look at it: as long as one of its threads runs or waits for the processor, what
 * it is known to do may just not have come yet. That it sleeps proves nothing, since a timer sleeps, too; so this is asked last, when
 * all that is known has come and all other waiting is over, and makes that only longer.
 */
public interface Slumber {

    /** Nobody can look: it runs elsewhere, or as somebody else. */
    Slumber UNSEEN = new Slumber() {
        @Override
        public boolean isSeen() {
            return false;
        }

        @Override
        public boolean isWorthALook() {
            return false;
        }

        @Override
        public void whenAsleep(Runnable then) {
            then.run();
        }
    };

    /** Whether anybody can look now. Any thread; does not wait. */
    boolean isSeen();

    /**
     * Whether to look also where nothing is known to come, and it would go on at once: not always, since looking takes its time, too.
     * Any thread; does not wait.
     */
    boolean isWorthALook();

    /**
     * Does something once the application sleeps, or has not done so for too long. Any thread; does not wait.
     *
     * @param then called on a thread of its own, with no lock held, unless nobody can look: then at once
     */
    void whenAsleep(Runnable then);
}
