package dev.photofinish.explorer.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** A command in one line for people, without what drivers add to every command (sessions, cluster times, concerns). */
final class Sentence {

    private final Wording wording;
    private final BsonDocument command;
    private final String name;

    Sentence(Wording wording, BsonDocument command) {
        this.wording = wording;
        this.command = command;
        this.name = command.getFirstKey();
    }

    @Override
    public String toString() {
        List<String> parts = switch (Verb.of(name)) {
            case FIND -> words(given("filter"), labelled("sort"), labelled("limit"), labelled("skip"));
            case COUNT, MAP_REDUCE -> words(given("query"));
            case DISTINCT -> words(given("key"), given("query"));
            case AGGREGATE -> words(given("pipeline"));
            case INSERT -> statements("documents", wording::of);
            case UPDATE -> statements("updates", this::update);
            case DELETE -> statements("deletes", this::delete);
            case FIND_AND_MODIFY ->
                words(given("query"), labelled("sort"), given("update"), flagged("remove"), flagged("upsert"));
            case BULK_WRITE -> statements("ops", wording::of);
            case CREATE_INDEXES -> statements("indexes", index -> wording.of(key(index)) + flag(index, "unique"));
            case RENAME_COLLECTION -> words(labelled("to"));
            case EXPLAIN ->
                words(Fields.document(command, name)
                        .filter(explained -> !explained.isEmpty())
                        .map(explained -> new Sentence(wording, explained).toString()));
            default -> List.of();
        };
        return Stream.concat(Stream.of(Verb.spelled(name)), Stream.concat(collection().stream(), parts.stream()))
                .collect(Collectors.joining(" "));
    }

    private Optional<String> collection() {
        return Fields.text(command, name)
                .or(() -> Fields.text(command, "collection"))
                .map(wording::of);
    }

    private String update(BsonDocument statement) {
        return part(statement, "q") + " " + part(statement, "u") + flag(statement, "multi") + flag(statement, "upsert");
    }

    private String delete(BsonDocument statement) {
        return part(statement, "q") + (Fields.number(statement, "limit").orElse(0L) == 0 ? " multi" : "");
    }

    private static BsonDocument key(BsonDocument index) {
        return Fields.document(index, "key").orElseGet(BsonDocument::new);
    }

    private interface Statement {
        String worded(BsonDocument statement);
    }

    private List<String> statements(String field, Statement statement) {
        List<BsonDocument> all = Fields.documents(command, field);
        Optional<String> more = all.size() > 1 ? Optional.of("and " + (all.size() - 1) + " more") : Optional.empty();
        return words(all.stream().findFirst().map(statement::worded), more);
    }

    private String part(BsonDocument statement, String field) {
        return Fields.value(statement, field).map(wording::of).orElse("{}");
    }

    private Optional<String> given(String field) {
        return Fields.value(command, field).map(wording::of);
    }

    private Optional<String> labelled(String field) {
        return Fields.value(command, field).map(value -> field + " " + wording.of(value));
    }

    private Optional<String> flagged(String field) {
        return Fields.flag(command, field) ? Optional.of(field) : Optional.empty();
    }

    private static String flag(BsonDocument statement, String field) {
        return Fields.flag(statement, field) ? " " + field : "";
    }

    @SafeVarargs
    private static List<String> words(Optional<String>... words) {
        List<String> present = new ArrayList<>();
        for (Optional<String> word : words) {
            word.ifPresent(present::add);
        }
        return present;
    }
}
