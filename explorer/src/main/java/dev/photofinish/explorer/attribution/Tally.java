package dev.photofinish.explorer.attribution;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Counts what passes and remembers what is written, in all executions of a contest. Safe for any thread. */
public final class Tally {

    private final Map<String, Long> ignored = new ConcurrentHashMap<>();
    private final Map<String, Long> unowned = new ConcurrentHashMap<>();
    private final Set<String> notes = ConcurrentHashMap.newKeySet();
    private final Set<String> doubts = ConcurrentHashMap.newKeySet();
    /** Where something was written that was taken for nobody's, and what that means if contenders work there. */
    private final Map<MongoNamespace, String> strays = new ConcurrentHashMap<>();

    private final Set<MongoNamespace> workedOn = ConcurrentHashMap.newKeySet();
    /** Commands and where they write, each looked at once. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Where the application works, such as {@code shop.orders}. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private final Set<MongoNamespace> written = ConcurrentHashMap.newKeySet();
    /** What commands wrote that the contest does not ignore. */
    private final Set<MongoNamespace> contested = ConcurrentHashMap.newKeySet();

    private final AtomicInteger sideBySide = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();

    private final Set<MongoNamespace> remade = ConcurrentHashMap.newKeySet();

    void ignored(BsonDocument command) {
        ignored.merge(name(command), 1L, Long::sum);
    }

    void unowned(BsonDocument command) {
        unowned.merge(name(command), 1L, Long::sum);
    }

    private static String name(BsonDocument command) {
        return (command.getFirstKey() + " " + Filters.collection(command)).strip();
    }

    /** In one execution several were under way at once, and none of them waited for anything but the gate and the database. */
    public void wentSideBySide() {
        sideBySide.incrementAndGet();
    }

    /** In one execution several were under way at once, and one did nothing while others were held. */
    public void waitedInTheApplication() {
        wentSideBySide();
        waited.incrementAndGet();
    }

    /** Whether contenders wait for something in the application, such as a lock: once or twice it is a machine that stood still. */
    public boolean hasALockInTheApplication() {
        return waited.get() > 1 && waited.get() * 2 >= sideBySide.get();
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Remembers why the contest cannot be judged, whatever its schedules show: a sentence that says what to do, too. */
    public void doubt(String sentence) {
        doubts.add(sentence);
    }

    /** Remembers where contenders work. */
    void isAContenders(Command command) {
        accessed(command, Mode.WRITE).forEach(workedOn::add);
        accessed(command, Mode.READ).forEach(workedOn::add);
    }

    /**
     * Remembers a command that is no contender's and writes what is not put back: where contenders work, now or later, a rule that is
     * broken may be broken by it.
     */
    void mixesData(Command command, String sentence) {
        targets(command).forEach(target -> strays.put(target, sentence));
    }

    /** Why what was found broken proves nothing either, a sentence each; in an order that does not depend on when they came. */
    public Set<String> mixedData() {
        return strays.entrySet().stream()
                .filter(stray -> workedOn.contains(stray.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In an order that does not depend on when they came. */
    public Set<String> doubts() {
        Set<String> all = mixedData();
        all.addAll(doubts);
        return all;
    }

    /** Remembers where a command reads or writes. */
    public void uses(Command command) {
        command.accesses().stream()
                .map(Access::namespace)
                .filter(namespace -> namespace.indexOf('.') > 0)
                .filter(namespace -> !namespace.matches("(admin|config|local)\\..*"))
                .forEach(used::add);
    }

    /** Every collection that a command of the application's was about, whoever's it was. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    void writes(Command command) {
        targets(command).forEach(contested::add);
        writesIgnored(command);
    }

    /** The same of a command that the contest ignores: it is put back, and is no part of what the contest led to. */
    void writesIgnored(Command command) {
        if (!knows(command)) {
            add(command);
            writing(command).forEach(known::add);
        }
    }

    /** Whether one like it has written to the same namespaces before. */
    private boolean knows(Command command) {
        return known.containsAll(writing(command));
    }

    private static List<String> writing(Command command) {
        List<String> all = new ArrayList<>();
        for (Access access : command.accesses()) {
            if (access.mode() == Mode.WRITE) {
                all.add(command.name() + " " + access.namespace());
            }
        }
        return all;
    }

    private void add(Command command) {
        targets(command).forEach(written::add);
        if (!CommandReader.writesOnlyDocuments(command)) {
            targets(command).forEach(remade::add);
        }
        if (writesAnything(command)) {
            note("Nobody knows what " + command.name()
                    + " writes, so it cannot be put back, and the serial oracle does not see it.");
        }
    }

    /** Whether nobody knows what a command writes. */
    static boolean writesAnything(Command command) {
        return command.accesses().stream()
                .anyMatch(access ->
                        access.mode() == Mode.WRITE && access.namespace().equals(Access.EVERYTHING));
    }

    /** What a command writes. */
    static Set<MongoNamespace> written(Command command) {
        return targets(command).collect(Collectors.toUnmodifiableSet());
    }

    /** What a command reads, or finds before it changes it. */
    static Set<MongoNamespace> read(Command command) {
        boolean finds = command.name().equals("findAndModify");
        return accessed(command, finds ? Mode.WRITE : Mode.READ).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<MongoNamespace> targets(Command command) {
        return accessed(command, Mode.WRITE);
    }

    private static Stream<MongoNamespace> accessed(Command command, Mode mode) {
        return command.accesses().stream()
                .filter(access -> access.mode() == mode)
                .map(Access::namespace)
                .filter(namespace -> namespace.indexOf('.') > 0)
                .map(MongoNamespace::new);
    }

    /** What was written so far, by whomever. */
    public Set<MongoNamespace> written() {
        return Set.copyOf(written);
    }

    /** Those of them that others wrote than commands which the contest ignores. */
    public Set<MongoNamespace> contested() {
        return Set.copyOf(contested);
    }

    /** Those to which something else was done than to write documents, so that their indexes may have changed. */
    public Set<MongoNamespace> remade() {
        return Set.copyOf(remade);
    }

    public long ignoredCommands() {
        return ignored.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param parallel the contenders that send several commands at once
     * @param learnt what else is known about what came, in sentences
     */
    public Bystanders bystanders(Set<String> parallel, Set<String> learnt) {
        Set<String> all = new TreeSet<>(notes);
        all.addAll(learnt);
        parallel.forEach(contender -> all.add(contender
                + " sends several commands at once, or goes on after its answer. They are taken one after the other,"
                + " in an order that does not depend on when they came, and, as long as nothing was found broken, in every"
                + " other order of up to four; of more, in the opposite one only, so that not all is explored."));
        return new Bystanders(ignored, unowned, all, doubts());
    }
}
