package dev.photofinish.explorer.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Says of a document that is not as it was who can have written it. Pure.
 *
 * <p>What a statement of the contest cannot have met, or cannot have made of it what it is, somebody else has written. For one thread
 * at a time.
 */
final class Claims {

    private final StatementsById contest;
    private final StatementsById nobodys;
    private final Map<String, Boolean> changing = new HashMap<>();

    /**
     * @param contest in the order in which they were sent
     * @param nobodys what background jobs wrote through the gate
     */
    Claims(List<Statement> contest, List<Statement> nobodys) {
        this.contest = new StatementsById(contest);
        this.nobodys = new StatementsById(nobodys);
    }

    /** Whose doing it is that a document is not as it was. */
    enum Author {
        /** It is put back. */
        CONTEST,
        /** A job's, which came through the gate: it is left, and is no part of what the contest led to. */
        NOBODY,
        /** The contest's, and a job that came through the gate changed it: it is put back. */
        CONTEST_AND_JOB,
        /** Somebody's past the gate: it is left. */
        SOMEBODY_ELSE,
        /** Both wrote it: it is left, since one cannot be taken back without the other. */
        BOTH
    }

    /** The document came. */
    Author ofNew(BsonDocument document) {
        List<Statement> inserted = contest.about(document)
                .filter(statement -> canHaveInserted(statement, document))
                .toList();
        if (inserted.isEmpty()) {
            return nobodys(List.of(document));
        }
        if (inserted.stream().anyMatch(statement -> isAsInserted(statement, document))
                || inserted.stream()
                        .anyMatch(statement -> unexplained(statement, document).isEmpty())) {
            return Author.CONTEST;
        }
        return inserted.stream().anyMatch(statement -> isAJobsToo(statement, document))
                ? Author.CONTEST_AND_JOB
                : Author.BOTH;
    }

    /** Most are, and there may be thousands of them. */
    private static boolean isAsInserted(Statement statement, BsonDocument document) {
        return statement instanceof Statement.Insert insert
                && insert.document().containsKey("_id")
                && insert.document().equals(document);
    }

    /** Where it does not look as it was inserted, and no statement of the contest can have changed it to what it is. */
    private List<String> unexplained(Statement statement, BsonDocument document) {
        return statement instanceof Statement.Insert insert && insert.document().containsKey("_id")
                ? changed(insert.document(), document).stream()
                        .filter(field -> !isFilledIn(insert.document().get(field)))
                        .filter(field ->
                                !explains(contest.updatesOf(document).toList(), field, insert.document(), document))
                        .toList()
                : List.of();
    }

    private boolean isAJobsToo(Statement statement, BsonDocument document) {
        return statement instanceof Statement.Insert insert
                && areOfJobs(unexplained(statement, document), List.of(insert.document(), document));
    }

    /** Whether jobs can have written each of the fields. */
    private boolean areOfJobs(List<String> fields, List<BsonDocument> states) {
        List<Statement.Update> met = nobodys.updatesOf(states.getLast())
                .filter(update -> canHaveMet(update.filter(), states))
                .toList();
        return fields.stream()
                .allMatch(
                        field -> met.stream().anyMatch(update -> update.effect().touches(field)));
    }

    /** An empty timestamp is set by the server. */
    private static boolean isFilledIn(@Nullable BsonValue sent) {
        return sent instanceof BsonTimestamp time && time.getValue() == 0;
    }

    /** The document is gone. */
    Author ofGone(BsonDocument was) {
        boolean deleted = contest.about(was)
                .anyMatch(statement -> statement instanceof Statement.Anything
                        || (statement instanceof Statement.Delete delete && canHaveMet(delete.filter(), List.of(was))));
        return deleted ? Author.CONTEST : nobodys(List.of(was));
    }

    /** The document is another. */
    Author ofChanged(BsonDocument was, BsonDocument is) {
        List<BsonDocument> states = List.of(was, is);
        if (contest.about(is).anyMatch(statement -> replaces(statement, was, is))) {
            return Author.CONTEST;
        }
        List<Statement.Update> met = contest.updatesOf(is)
                .filter(update -> canHaveMet(update.filter(), states))
                .toList();
        if (met.isEmpty()) {
            return nobodys(states);
        }
        List<String> changed = changed(was, is);
        List<String> touched = changed.stream()
                .filter(field -> met.stream().anyMatch(update -> update.effect().touches(field)))
                .toList();
        if (touched.isEmpty() && !changed.isEmpty()) {
            return nobodys(states);
        }
        List<String> unexplained = changed.stream()
                .filter(field -> !touched.contains(field) || !explains(met, field, was, is))
                .toList();
        if (unexplained.isEmpty()) {
            return Author.CONTEST;
        }
        return areOfJobs(unexplained, states) ? Author.CONTEST_AND_JOB : Author.BOTH;
    }

    /** Deleted, and inserted once more. */
    private boolean replaces(Statement statement, BsonDocument was, BsonDocument is) {
        return canHaveInserted(statement, is) && ofGone(was) == Author.CONTEST;
    }

    private static boolean explains(List<Statement.Update> met, String field, BsonDocument was, BsonDocument is) {
        Values values = new Values(Optional.ofNullable(was.get(field)));
        met.forEach(update -> values.update(update, field, met));
        return values.include(Optional.ofNullable(is.get(field)));
    }

    private boolean canHaveInserted(Statement statement, BsonDocument document) {
        return switch (statement) {
            case Statement.Anything anything -> true;
            case Statement.Delete delete -> false;
            case Statement.Insert insert ->
                !insert.document().containsKey("_id")
                        || insert.document().get("_id").equals(document.get("_id"));
            case Statement.Update update ->
                switch (update.upsert()) {
                    case Statement.Upsert.Never never -> false;
                    case Statement.Upsert.Inserted inserted -> inserted.id().equals(document.get("_id"));
                    case Statement.Upsert.Possibly possibly -> canHaveMet(update.filter(), List.of(document));
                };
        };
    }

    private Author nobodys(List<BsonDocument> states) {
        boolean met = nobodys.about(states.getLast()).anyMatch(statement -> switch (statement) {
            case Statement.Anything anything -> true;
            case Statement.Insert insert -> canHaveInserted(insert, states.getLast());
            case Statement.Update update ->
                canHaveInserted(update, states.getLast()) || canHaveMet(update.filter(), states);
            case Statement.Delete delete -> canHaveMet(delete.filter(), states);
        });
        return met ? Author.NOBODY : Author.SOMEBODY_ELSE;
    }

    private boolean canHaveMet(Filter filter, List<BsonDocument> states) {
        return filter.canHaveMet(states, this::isChanged);
    }

    /** Fields that some statement changes can have been anything in between. */
    private boolean isChanged(String field) {
        return changing.computeIfAbsent(
                field,
                asked -> Stream.concat(contest.updates(), nobodys.updates())
                        .anyMatch(update -> update.effect().touches(asked)));
    }

    private static List<String> changed(BsonDocument was, BsonDocument is) {
        Set<String> fields = new TreeSet<>(was.keySet());
        fields.addAll(is.keySet());
        return fields.stream()
                .filter(field -> !sameValue(was.get(field), is.get(field)))
                .toList();
    }

    private static boolean sameValue(@Nullable BsonValue one, @Nullable BsonValue other) {
        return one == null ? other == null : one.equals(other);
    }
}
