package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Contenders that read and write documents in memory, move by move, and are told something in the end; or several times, where
 * their moves make up several requests.
 */
final class LedgerContest implements RequestContest<Result> {

    /** One step of a contender's. */
    interface Move {
        void go(Books books, Mine mine);
    }

    /** Collections by their names. */
    static final class Books {

        private final Map<String, List<BsonDocument>> collections = new LinkedHashMap<>();

        private Books(Map<String, List<BsonDocument>> given) {
            given.forEach((name, documents) -> collections.put(
                    name,
                    new ArrayList<>(documents.stream().map(BsonDocument::clone).toList())));
        }

        List<BsonDocument> in(String collection) {
            return collections.computeIfAbsent(collection, missing -> new ArrayList<>());
        }

        BsonDocument first(String collection) {
            return in(collection).getFirst();
        }

        BsonValue value(String collection, String field) {
            return Objects.requireNonNull(first(collection).get(field));
        }
    }

    /** What a contender remembers, and what it is told. */
    static final class Mine {

        private final Map<String, BsonValue> seen = new HashMap<>();
        private Told.Outcome outcome = Told.Outcome.ACCEPTED;
        private final List<String> answers = new ArrayList<>();
        private boolean ended;

        void remember(String name, BsonValue value) {
            seen.put(name, value);
        }

        BsonValue recall(String name) {
            return Objects.requireNonNull(seen.get(name));
        }

        void accepted(String answer) {
            answers.add(answer);
        }

        /** And does nothing more. */
        void ends(Told.Outcome how, String answer) {
            outcome = how;
            answers.add(answer);
            ended = true;
        }
    }

    private final Map<String, List<BsonDocument>> given;
    private final Map<String, List<Move>> programs = new LinkedHashMap<>();
    private Map<String, Mine> latest = Map.of();

    LedgerContest(Map<String, List<BsonDocument>> given) {
        this.given = given;
    }

    LedgerContest with(String contender, Move... moves) {
        programs.put(contender, Arrays.asList(moves));
        return this;
    }

    /** As many of each contender's, each with an answer of its own. */
    Requests requests(int each) {
        return requests(programs.keySet().stream().collect(Collectors.toMap(Function.identity(), contender -> each)));
    }

    /** So many of each contender's, each with an answer of its own. */
    Requests requests(Map<String, Integer> sent) {
        return Requests.of(
                sent,
                contender ->
                        Objects.requireNonNull(latest.get(contender)).answers.size());
    }

    /** What comes of a schedule such as {@code A B A B}. */
    Result run(String schedule) {
        try (Course course = new Course(contenders(), Map.of())) {
            for (String contender : schedule.split(" ")) {
                course.let(Set.of(contender));
            }
            return course.result();
        }
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(programs.keySet());
    }

    @Override
    public Execution<Result> begin(List<String> participants) {
        return new Course(participants, Map.of());
    }

    @Override
    public Execution<Result> begin(List<String> participants, Map<String, Integer> endsAfter) {
        return new Course(participants, endsAfter);
    }

    private final class Course implements Execution<Result> {

        private final Books books = new Books(given);
        private final Map<String, Mine> minds = new LinkedHashMap<>();
        private final Map<String, Integer> gone = new HashMap<>();
        private final Map<String, Integer> endsAfter;

        Course(List<String> participants, Map<String, Integer> endsAfter) {
            this.endsAfter = endsAfter;
            participants.forEach(contender -> minds.put(contender, new Mine()));
            latest = minds;
        }

        @Override
        public Situation situation() {
            Map<String, Standing> standings = new LinkedHashMap<>();
            minds.keySet().forEach(contender -> standings.put(contender, standing(contender)));
            return new Situation(standings);
        }

        private Standing standing(String contender) {
            int done = gone.getOrDefault(contender, 0);
            Command command = new Command("move", "move", "move " + done, List.of(), Part.NONE);
            return mind(contender).ended
                            || endsEarly(contender)
                            || done == program(contender).size()
                    ? new Standing.Finished()
                    : new Standing.Held(new Step(contender, done + 1, command));
        }

        @Override
        public Situation let(Set<String> contenders) {
            for (String contender : contenders) {
                int done = gone.merge(contender, 1, Integer::sum);
                program(contender).get(done - 1).go(books, mind(contender));
            }
            return situation();
        }

        private boolean endsEarly(String contender) {
            return mind(contender).answers.size() >= endsAfter.getOrDefault(contender, Integer.MAX_VALUE);
        }

        private Mine mind(String contender) {
            return Objects.requireNonNull(minds.get(contender));
        }

        private List<Move> program(String contender) {
            return Objects.requireNonNull(programs.get(contender));
        }

        @Override
        public Answer answerOf(String contender, int index) {
            return new Answer(Answer.Effect.UNKNOWN, "");
        }

        @Override
        public Result result() {
            if (!situation().over()) {
                throw new IllegalStateException("not at its end: " + situation());
            }
            Map<String, Told> told = new LinkedHashMap<>();
            minds.forEach((contender, mine) -> told.put(contender, Told.of(mine.outcome, mine.answers)));
            return new Result(told, Given.of(given), Map.copyOf(books.collections), Set.of());
        }

        @Override
        public void close() {}
    }
}
