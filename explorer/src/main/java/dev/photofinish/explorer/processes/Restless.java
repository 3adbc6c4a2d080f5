package dev.photofinish.explorer.processes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Threads whose being awake tells nothing, since they always are: learnt while the application is idle, and from those that did not
 * sleep for as long as anybody waited. For one thread.
 */
final class Restless {

    /** Of a hundred looks at an idle application: a thread that sleeps now and then is waited for, until it does. */
    private static final int ALWAYS_PERCENT = 90;

    /** Of fewer looks nothing is learnt. */
    private static final int ENOUGH = 10;

    private final Map<Task, Integer> idle = new HashMap<>();
    private final Set<Task> sleepless = new HashSet<>();
    private int looks;

    /** The application is idle, and these are awake. */
    void whileIdle(Set<Task> awake) {
        looks++;
        awake.forEach(task -> idle.merge(task, 1, Integer::sum));
    }

    /** They did not sleep for so long that nobody waits for them any more, until they are seen asleep. */
    void neverSlept(Set<Task> awake) {
        sleepless.addAll(awake);
    }

    /** Those whose being awake tells something, of all that are awake. */
    Set<Task> telling(Set<Task> awake) {
        sleepless.retainAll(awake);
        return awake.stream()
                .filter(task -> !task.isACompiler() && !sleepless.contains(task) && !isNeverAsleep(task))
                .collect(Collectors.toSet());
    }

    private boolean isNeverAsleep(Task task) {
        return looks >= ENOUGH && idle.getOrDefault(task, 0) * 100 >= looks * ALWAYS_PERCENT;
    }
}
