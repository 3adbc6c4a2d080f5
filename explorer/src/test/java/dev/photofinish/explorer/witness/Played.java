package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** A schedule made by hand: commands and replies as they go over the wire, without a database. */
final class Played {

    private static final CommandReader READER = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private static final Replies REPLIES = new Replies(Masking.BY_NAME);

    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();

    Played of(String contender, String command, String reply) {
        Command read = READER.read("shop", BsonDocument.parse(command));
        Answer answer = REPLIES.answer(read, BsonDocument.parse(reply).append("ok", new BsonInt32(1)));
        Step step = new Step(contender, counts.merge(contender, 1, Integer::sum), read);
        turns.add(new Turn(List.of(step), List.of(answer), List.of()));
        return this;
    }

    Played failing(String contender, String command, String reply) {
        Command read = READER.read("shop", BsonDocument.parse(command));
        Answer answer = REPLIES.answer(read, BsonDocument.parse(reply).append("ok", new BsonInt32(0)));
        Step step = new Step(contender, counts.merge(contender, 1, Integer::sum), read);
        turns.add(new Turn(List.of(step), List.of(answer), List.of()));
        return this;
    }

    Played finds(String contender, String collection, String filter, String... found) {
        return of(
                contender,
                "{find: '%s', filter: %s}".formatted(collection, filter),
                "{cursor: {firstBatch: [%s]}}".formatted(String.join(", ", found)));
    }

    Played updates(String contender, String collection, String filter, String update) {
        return of(
                contender,
                "{update: '%s', updates: [{q: %s, u: %s}]}".formatted(collection, filter, update),
                "{n: 1, nModified: 1}");
    }

    Played inserts(String contender, String collection, String document) {
        return of(contender, "{insert: '%s', documents: [%s]}".formatted(collection, document), "{n: 1}");
    }

    /** The last so many commands were let go at once. */
    Played atOnce(int commands) {
        List<Turn> last = List.copyOf(turns.subList(turns.size() - commands, turns.size()));
        turns.removeAll(last);
        turns.add(new Turn(
                last.stream().flatMap(turn -> turn.steps().stream()).toList(),
                last.stream().flatMap(turn -> turn.answers().stream()).toList(),
                List.of()));
        return this;
    }

    List<Turn> turns() {
        return turns;
    }

    Optional<Explanation> explained() {
        return Explanations.of(turns);
    }

    Explanation explanation() {
        return explained().orElseThrow();
    }

    Explanation accusing(Accused accused) {
        return Explanations.of(turns, accused).orElseThrow();
    }

    /** The places of the steps that an explanation is about, from 1. */
    List<Integer> stars(Explanation explanation) {
        return IntStream.range(0, turns.size())
                .filter(place -> turns.get(place).steps().stream().anyMatch(explanation.steps()::contains))
                .mapToObj(place -> place + 1)
                .collect(Collectors.toList());
    }
}
