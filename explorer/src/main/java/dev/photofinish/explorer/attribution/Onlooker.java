package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** Sees what an execution that begins now teaches about its contenders. For the explorer's thread. */
public final class Onlooker {

    private final LongSupplier opened;
    private final Pace pace;
    private final Gatekeeper gatekeeper;
    private final Attribution attribution;
    private final Set<String> known;
    private final long connections;

    /** @param opened how many connections of the application there have been */
    public Onlooker(LongSupplier opened, Pace pace, Gatekeeper gatekeeper, Attribution attribution) {
        this.opened = opened;
        this.pace = pace;
        this.gatekeeper = gatekeeper;
        this.attribution = attribution;
        this.known = pace.parallel();
        this.connections = opened.getAsLong();
    }

    public Lessons.Impression impression() {
        Set<String> unusual = new HashSet<>(pace.parallel());
        unusual.removeAll(known);
        return new Lessons.Impression(
                unusual,
                gatekeeper.situation().over(),
                opened.getAsLong() - connections,
                attribution.slowestReaction());
    }
}
