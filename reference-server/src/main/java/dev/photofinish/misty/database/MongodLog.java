package dev.photofinish.misty.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.json.JsonParseException;

/** What a mongod wrote: a JSON document a line once it runs, plain text when it, or the loader before it, cannot even begin. */
record MongodLog(List<String> lines) {

    static MongodLog read(Path file) {
        try {
            return new MongodLog(Files.readAllLines(file));
        } catch (IOException e) {
            return new MongodLog(List.of());
        }
    }

    /** Whether it waits for clients, in the words of any release. */
    boolean listens() {
        return lines.stream().anyMatch(line -> line.contains("aiting for connections"));
    }

    /** Why it ended: the first error it logged, otherwise the last plain line, otherwise nothing. */
    Optional<String> reason() {
        return lines.stream()
                .map(MongodLog::error)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> !line.startsWith("{") && !line.isBlank())
                        .reduce((first, second) -> second));
    }

    /** The text of a line of severity E(rror) or F(atal): what happened and mongod's own words for why. */
    private static Optional<String> error(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            Document entry = Document.parse(line);
            if (!List.of("E", "F").contains(entry.getString("s"))) {
                return Optional.empty();
            }
            Object why = entry.get("attr", new Document()).get("error");
            String message = entry.getString("msg");
            return Optional.of(why == null ? message : message + ": " + text(why));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String text(Object why) {
        return why instanceof Document status && status.containsKey("errmsg")
                ? status.getString("errmsg")
                : String.valueOf(why);
    }
}
