package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import java.util.HashSet;
import java.util.Set;

/** Sees what an execution that begins now teaches about its contenders. For the explorer's thread. */
final class Onlooker {

    private final Gateway gateway;
    private final Pace pace;
    private final Gatekeeper gatekeeper;
    private final Attribution attribution;
    private final Set<String> known;
    private final long connections;

    Onlooker(Gateway gateway, Pace pace, Gatekeeper gatekeeper, Attribution attribution) {
        this.gateway = gateway;
        this.pace = pace;
        this.gatekeeper = gatekeeper;
        this.attribution = attribution;
        this.known = pace.parallel();
        this.connections = gateway.connections();
    }

    Lessons.Impression impression() {
        Set<String> unusual = new HashSet<>(pace.parallel());
        unusual.removeAll(known);
        return new Lessons.Impression(
                unusual,
                gatekeeper.situation().over(),
                gateway.connections() - connections,
                attribution.slowestReaction());
    }
}
