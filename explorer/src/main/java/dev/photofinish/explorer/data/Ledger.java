package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * What came through the gate to be written since the data were as they were given, statement by statement, and what was answered.
 * What is {@linkplain #disown nobody's} is remembered for good, since nobody puts it back. Safe for any thread; this object
 * guards what is in it.
 *
 * <pre>
 *   sent ──▶ answered          a command of the contest: its documents are put back
 *     └────▶ disowned          a background job's: its documents are left as they are
 * </pre>
 */
final class Ledger {

    private final List<Writing> contest = new ArrayList<>();
    private final IdentityHashMap<BsonDocument, Writing> byCommand = new IdentityHashMap<>();
    /** The last page before this one: whose some of it is may be found out only now. */
    private final List<Writing> pageBefore = new ArrayList<>();
    /** What of that turned out to be nobody's. */
    private final Set<BsonDocument> disownedLate = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<MongoNamespace, Set<Statement>> nobodys = new HashMap<>();
    private Optional<Journal> journal = Optional.empty();
    private long number;

    /** From now on everything is noted down there, too. */
    synchronized void noteDownIn(Journal kept) {
        journal = Optional.of(kept);
    }

    /** A command is here that writes, and has not been sent on. */
    synchronized void sent(String database, BsonDocument command) {
        Writing sent = Writing.of(database, command);
        journal.ifPresent(kept -> kept.sent(number, sent));
        if (contest.stream().noneMatch(sent::isRetryOf)) {
            contest.add(sent);
            byCommand.put(command, sent);
        }
    }

    /** It turned out to be no part of the contest. */
    synchronized void disown(BsonDocument command) {
        byCommand.remove(command);
        if (!disown(command, contest) && disown(command, pageBefore)) {
            disownedLate.add(command);
        }
    }

    /** Whether it stands there. */
    private boolean disown(BsonDocument command, List<Writing> page) {
        Optional<Writing> known = page.stream().filter(sent -> sent.is(command)).findFirst();
        known.ifPresent(sent -> {
            page.remove(sent);
            isNobodys(sent.withoutItsValues());
        });
        return known.isPresent();
    }

    private void isNobodys(Writing job) {
        journal.ifPresent(kept -> kept.disowned(job));
        if (!isKnown(job)) {
            journal.ifPresent(kept -> kept.rememberAsNobodys(job));
        }
        job.statements()
                .forEach((namespace, statements) -> nobodys.computeIfAbsent(namespace, unseen -> new LinkedHashSet<>())
                        .addAll(statements));
    }

    private boolean isKnown(Writing job) {
        return job.statements().entrySet().stream()
                .allMatch(
                        entry -> nobodys.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()));
    }

    /** What the database said to it. */
    synchronized void answered(BsonDocument command, BsonDocument reply) {
        Writing sent = byCommand.remove(command);
        if (sent != null) {
            int place = contest.indexOf(sent);
            if (place >= 0) {
                contest.set(place, sent.answered(reply));
            }
        }
    }

    /** All there is so far. */
    synchronized Page page() {
        Map<MongoNamespace, List<Statement>> jobs = new HashMap<>();
        nobodys.forEach((namespace, statements) -> jobs.put(namespace, List.copyOf(statements)));
        Set<BsonDocument> late = Collections.newSetFromMap(new IdentityHashMap<>());
        late.addAll(disownedLate);
        return new Page(number, List.copyOf(contest), jobs, late);
    }

    /** The same; what comes from now on stands on the next page. */
    synchronized Page turn() {
        Page page = page();
        pageBefore.clear();
        pageBefore.addAll(contest);
        disownedLate.clear();
        contest.clear();
        number++;
        return page;
    }

    /** What stands on it, and on those before it, has been put back. */
    synchronized void settle(Page page) {
        journal.ifPresent(kept -> kept.settled(page.number()));
    }

    /** What stands on a page is not settled after all. */
    synchronized void turnBack(Page page) {
        contest.addAll(
                0,
                page.contest().stream()
                        .filter(sent -> !disownedLate.contains(sent.command()))
                        .toList());
    }

    /**
     * What was written in one execution.
     *
     * @param disownedLate commands of the page before that turned out to be nobody's when this one had begun; by identity
     */
    record Page(
            long number,
            List<Writing> contest,
            Map<MongoNamespace, List<Statement>> nobodys,
            Set<BsonDocument> disownedLate) {

        /** Both, as one. */
        Page and(Page next) {
            Stream<Writing> stillTheContests =
                    contest.stream().filter(sent -> !next.disownedLate.contains(sent.command()));
            return new Page(
                    number,
                    Stream.concat(stillTheContests, next.contest.stream()).toList(),
                    next.nobodys,
                    next.disownedLate);
        }

        /** Whether the contest did nothing to a collection but add documents. */
        boolean onlyInserts(MongoNamespace namespace) {
            return statements(namespace).stream().allMatch(Statement.Insert.class::isInstance);
        }

        /** What the contest did to a collection. */
        List<Statement> statements(MongoNamespace namespace) {
            return contest.stream()
                    .flatMap(sent -> sent.statements().getOrDefault(namespace, List.of()).stream())
                    .toList();
        }

        Claims claims(MongoNamespace namespace) {
            return new Claims(statements(namespace), nobodys.getOrDefault(namespace, List.of()));
        }
    }
}
