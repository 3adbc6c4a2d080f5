package dev.photofinish.explorer.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The threads of executors, pools and timers, and how often each has waited: one that has waited more often since has done
 * something.
 *
 * @param waits by the thread's number
 */
record Workers(Map<Long, Long> waits) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The driver's own, which looks after its pool of connections. */
    private static final String DRIVERS_OWN = "MaintenanceTimer";

    static Workers now() {
        Map<Long, Long> waits = new HashMap<>();
        Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds(), Integer.MAX_VALUE))
                .filter(Objects::nonNull)
                .filter(Workers::works)
                .forEach(thread -> waits.put(thread.getThreadId(), thread.getWaitedCount() + thread.getBlockedCount()));
        return new Workers(waits);
    }

    private static boolean works(ThreadInfo thread) {
        return !thread.getThreadName().startsWith(DRIVERS_OWN)
                && Arrays.stream(thread.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(name -> name.startsWith("java.util.concurrent.ThreadPoolExecutor")
                                || name.startsWith("java.util.concurrent.ForkJoin")
                                || name.startsWith("java.util.concurrent.DelayScheduler")
                                || name.equals("java.util.TimerThread"));
    }

    /** Whether one of them has done something since, or has only come into being. */
    boolean haveMovedSince(Workers before) {
        return waits.entrySet().stream()
                .anyMatch(worker -> !worker.getValue().equals(before.waits.get(worker.getKey())));
    }
}
