package dev.photofinish.explorer.driver;

import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.gate.Sighting;
import dev.photofinish.explorer.gate.WaitProbe;
import dev.photofinish.explorer.mongo.Operations;
import dev.photofinish.explorer.mongo.Progress;
import dev.photofinish.explorer.step.Step;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;

/**
 * Looks at contenders in this process: at their threads while they are in the application, at what the database does for their
 * session while they are there.
 */
final class DriverProbe implements WaitProbe {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Racer> racers;
    private final Optional<Operations> operations;

    DriverProbe(List<Racer> racers, Optional<MongoClient> observer) {
        this.racers = racers;
        this.operations = observer.map(Operations::new);
    }

    @Override
    public Sighting look(String contender, Optional<Step> underWay) {
        return racer(contender)
                .map(racer -> underWay.isPresent() ? inDatabase(racer) : inApplication(racer))
                .orElse(Sighting.UNSEEN);
    }

    private Optional<Racer> racer(String contender) {
        return racers.stream()
                .filter(racer -> racer.contender().equals(contender))
                .findFirst();
    }

    private Sighting inDatabase(Racer racer) {
        return operations
                .flatMap(server -> racer.seat().session().map(server::bySession))
                .map(DriverProbe::sighting)
                .orElse(Sighting.UNSEEN);
    }

    private static Sighting sighting(Progress progress) {
        return switch (progress) {
            case Progress.Absent absent -> Sighting.ABSENT;
            case Progress.Active active -> new Sighting.Active(active.writeConflicts(), active.waitingForLock());
            case Progress.CannotTell nothing -> Sighting.UNSEEN;
        };
    }

    /**
     * A thread's state does not tell whether it is blocked by another contender, the owner of the lock does. Virtual threads show
     * neither.
     */
    private Sighting inApplication(Racer racer) {
        ThreadInfo info = racer.thread().isVirtual()
                ? null
                : THREADS.getThreadInfo(racer.thread().threadId());
        LockInfo lock = info == null ? null : info.getLockInfo();
        if (info == null || lock == null) {
            return Sighting.UNSEEN;
        }
        return racers.stream()
                .filter(owner -> owner.thread().threadId() == info.getLockOwnerId())
                .findFirst()
                .<Sighting>map(
                        owner -> new Sighting.BehindLock("a lock (" + lock.getClassName() + ")", owner.contender()))
                .orElse(Sighting.UNSEEN);
    }
}
