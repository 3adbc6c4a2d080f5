package dev.photofinish.explorer.driver;

import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.gate.Sighting;
import dev.photofinish.explorer.gate.WaitProbe;
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

    DriverProbe(List<Racer> racers, Optional<MongoClient> observer) {
        this.racers = racers;
    }

    @Override
    public Sighting look(String contender, Optional<Step> underWay) {
        return underWay.isPresent()
                ? Sighting.UNSEEN
                : racer(contender).map(this::inApplication).orElse(Sighting.UNSEEN);
    }

    private Optional<Racer> racer(String contender) {
        return racers.stream()
                .filter(racer -> racer.contender().equals(contender))
                .findFirst();
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
