package dev.photofinish.explorer.attribution;

import java.util.ArrayList;
import java.util.List;

/** Sleeps when it is said to. */
final class ManualSlumber implements Slumber {

    private final List<Runnable> asked = new ArrayList<>();
    private boolean asleep;

    @Override
    public boolean isSeen() {
        return true;
    }

    @Override
    public boolean isWorthALook() {
        return true;
    }

    @Override
    public void whenAsleep(Runnable then) {
        asked.add(then);
        if (asleep) {
            fallsAsleep();
        }
    }

    void fallsAsleep() {
        asleep = true;
        List<Runnable> all = List.copyOf(asked);
        asked.clear();
        all.forEach(Runnable::run);
    }
}
