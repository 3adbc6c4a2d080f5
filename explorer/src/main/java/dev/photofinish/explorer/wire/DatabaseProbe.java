package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.UnderWay;
import dev.photofinish.explorer.gate.Sighting;
import dev.photofinish.explorer.gate.WaitProbe;
import dev.photofinish.explorer.mongo.Operations;
import dev.photofinish.explorer.mongo.Progress;
import dev.photofinish.explorer.step.Step;
import java.util.Optional;

/** Looks at a contender's command in the database, found by the connection on which the gate has sent it. */
record DatabaseProbe(Operations operations, UnderWay underWay) implements WaitProbe {

    @Override
    public Sighting look(String contender, Optional<Step> step) {
        if (step.isEmpty()) {
            return Sighting.ABSENT;
        }
        return underWay.of(contender)
                .map(operations::byClient)
                .map(DatabaseProbe::sighting)
                .orElse(Sighting.UNSEEN);
    }

    private static Sighting sighting(Progress progress) {
        return switch (progress) {
            case Progress.Absent absent -> Sighting.ABSENT;
            case Progress.Active active -> new Sighting.Active(active.writeConflicts(), active.waitingForLock());
            case Progress.CannotTell unknown -> Sighting.UNSEEN;
        };
    }
}
