package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.template.Scope;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a race that was killed has left on a deployment, as its {@link CleanupJournal} tells.
 *
 * @param commandLine of the race that was killed
 * @param begun when that race began
 * @param owed one a round, as far as it got
 */
public record AbandonedCleanup(Path journal, String commandLine, Instant begun, List<Owed> owed) {

    /** What one round has left: its scenario's cleanup steps with these values take it away. */
    record Owed(String scenario, Scope scope) {}

    public AbandonedCleanup {
        owed = List.copyOf(owed);
    }

    /** Those of races on the deployment that do not live any more. */
    public static List<AbandonedCleanup> on(String deployment, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> journals;
        try (var files = Files.list(folder)) {
            journals = files.filter(AbandonedCleanup::isJournal).sorted().toList();
        }
        List<AbandonedCleanup> abandoned = new ArrayList<>();
        for (Path journal : journals) {
            if (!isAlive(journal)) {
                read(journal, deployment).ifPresent(abandoned::add);
            }
        }
        return abandoned;
    }

    /**
     * Takes away what was left by these scenarios, as far as the deployment accepts it; then the journal is no more, unless others'
     * rounds are in it too.
     *
     * @return what came of it, in a sentence
     */
    public String cleanUp(Deployment deployment, Collection<ScenarioFile> scenarios) throws IOException {
        Map<String, ScenarioFile> byName =
                scenarios.stream().collect(Collectors.toMap(ScenarioFile::name, Function.identity()));
        List<String> unknown = owed.stream()
                .map(Owed::scenario)
                .filter(name -> !byName.containsKey(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            return "Nothing was cleaned up: name the scenarios whose rounds are left, too: "
                    + String.join(", ", unknown) + ".";
        }
        Cleanup cleanup = new Cleanup(deployment);
        owed.forEach(round -> cleanup.owe(Objects.requireNonNull(byName.get(round.scenario())), round.scope()));
        Optional<String> done = cleanup.run();
        Files.deleteIfExists(journal);
        return done.orElse("There was nothing to clean up.");
    }

    private static boolean isJournal(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(CleanupJournal.PREFIX) && name.endsWith(CleanupJournal.SUFFIX);
    }

    private static boolean isAlive(Path journal) throws IOException {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    /** Empty if it is another deployment's, or owes nothing. */
    private static Optional<AbandonedCleanup> read(Path journal, String deployment) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        Optional<JsonNode> head = lines.stream().findFirst().flatMap(AbandonedCleanup::parsed);
        if (head.isEmpty() || !head.get().path("deployment").asText().equals(deployment)) {
            return Optional.empty();
        }
        Map<String, Owed> byRound = new LinkedHashMap<>();
        lines.stream()
                .skip(1)
                .map(AbandonedCleanup::parsed)
                .flatMap(Optional::stream)
                .forEach(debt -> byRound.put(debt.at("/values/unique").asText(), owed(debt)));
        if (byRound.isEmpty()) {
            Files.deleteIfExists(journal);
            return Optional.empty();
        }
        return Optional.of(new AbandonedCleanup(
                journal,
                head.get().path("command").asText(),
                Instant.parse(head.get().path("begun").asText()),
                List.copyOf(byRound.values())));
    }

    private static Owed owed(JsonNode debt) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        debt.path("values").properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        Scope scope = Scope.at(Instant.parse(debt.path("now").asText())).withAll(values);
        return new Owed(debt.path("scenario").asText(), scope);
    }

    /** Empty for the last line of one that was killed while it wrote. */
    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(CleanupJournal.JSON.readTree(line));
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }
}
