package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Mode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/** What the gate saw of a contest, in all its executions. Safe for any thread. */
final class Seen {

    /** More of them say nothing new. */
    private static final int EXAMPLES = 3;

    private final Set<String> senders = ConcurrentHashMap.newKeySet();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutConnection = ConcurrentHashMap.newKeySet();
    private final Set<String> besides = ConcurrentHashMap.newKeySet();
    private final CountDownLatch somebodyPassed = new CountDownLatch(1);
    private volatile Load load = new Load();
    private final Set<String> passers = Collections.synchronizedSet(new LinkedHashSet<>());

    /** @param document the command as it is sent */
    void sent(String contender, Command command, BsonDocument document) {
        senders.add(contender);
        load.add(command, document);
        if (command.name().equals("createIndexes") || command.name().equals("create")) {
            made.add(command.text());
        }
    }

    void answered(Command command, Answer answer) {
        if (answer.effect() != Answer.Effect.CHANGED_NOTHING && answer.effect() != Answer.Effect.FAILED) {
            command.accesses().stream()
                    .filter(access -> access.mode() == Mode.WRITE)
                    .map(Access::namespace)
                    .filter(namespace -> namespace.indexOf('.') > 0)
                    .forEach(written::add);
        }
    }

    /** A contender was blocked before its first command while another was held before its own. */
    void keptFromBeingFirst(String contender) {
        late.add(contender);
    }

    void waitsForAConnection(String contender) {
        withoutConnection.add(contender);
    }

    /** An execution begins. */
    void begins() {
        load = new Load();
    }

    /** The contenders of an execution are over. Others than they have worked where the server did more than they sent. */
    void ends(Traffic before, Traffic now) {
        besides.addAll(load.unexplained(before, now));
    }

    /** A thread that is no contender's has sent a command, which nobody held. */
    void passed(String command, String thread) {
        if (passers.size() < EXAMPLES) {
            passers.add(command + " from " + thread);
        }
        somebodyPassed.countDown();
    }

    /** Waits until a thread that is no contender's has sent a command; whether one has when the time is over. */
    boolean awaitPassers(Duration atMost) throws InterruptedException {
        return somebodyPassed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The namespaces that contenders have changed, in alphabetical order. */
    Set<String> written() {
        return new TreeSet<>(written);
    }

    /** Commands by which contenders made collections or indexes, in alphabetical order. */
    Set<String> made() {
        return new TreeSet<>(made);
    }

    /** The contenders that could not be first, in alphabetical order. */
    Set<String> late() {
        return new TreeSet<>(late);
    }

    /** Why what was found, whatever it was, may come of something that the gate does not hold: a sentence each. */
    Set<String> pastTheGate() {
        Set<String> all = new LinkedHashSet<>();
        if (!besides.isEmpty()) {
            all.add(("The database did more in %s than the contenders sent through the gate. Let all clients that the"
                            + " calls use be the gate's, and nobody else work in that database while the test runs.")
                    .formatted(String.join(", ", new TreeSet<>(besides))));
        }
        synchronized (passers) {
            if (!passers.isEmpty()) {
                all.add(("Commands came from threads that are no contender's, and nobody held them (%s). What a"
                                + " contender does must be sent from the thread in which it is called; whatever else uses the"
                                + " client meanwhile (freshData or a rule, with threads of their own) needs a client of its own.")
                        .formatted(String.join(", ", passers)));
            }
        }
        return all;
    }

    /** Why nothing may be called held: a sentence each. */
    Set<String> doubts(List<String> contenders) {
        Set<String> all = new LinkedHashSet<>(pastTheGate());
        String silent = contenders.stream()
                .filter(contender -> !senders.contains(contender))
                .collect(Collectors.joining(" and "));
        if (!senders.isEmpty() && !silent.isEmpty()) {
            all.add(silent
                    + " sent no command through the gate in any schedule, so that there was nothing to interleave."
                    + " Does the code use the gate's client, and send its commands from the thread in which it is"
                    + " called?");
        }
        if (!withoutConnection.isEmpty()) {
            all.add(("%s waited for a connection while another contender's command was held: the client's pool is too"
                            + " small for this contest, and most of its interleavings could not be run. Give it a"
                            + " connection for each contender (maxPoolSize).")
                    .formatted(String.join(" and ", new TreeSet<>(withoutConnection))));
        } else if (!late.isEmpty()) {
            all.add(("%s could not be first: something in the application (a lock, a pool) kept it from its first"
                            + " command while another was held before its own. Let each begin with a step of its own"
                            + " (DriverSettings.Start.STEP_OF_ITS_OWN), so that the order in which they get it is"
                            + " explored, too.")
                    .formatted(String.join(" and ", late())));
        }
        return all;
    }
}
