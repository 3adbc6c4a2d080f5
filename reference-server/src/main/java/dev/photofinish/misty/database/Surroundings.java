package dev.photofinish.misty.database;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine as the search for a MongoDB sees it; passed in, so that tests can show it another.
 *
 * @param dataFolders where data of throwaway servers may go, best first
 * @param dockerSockets where a Docker that DOCKER_HOST does not name may listen
 */
record Surroundings(Map<String, String> environment, Path home, List<Path> dataFolders, List<Path> dockerSockets) {

    static Surroundings ofThisProcess() {
        Path home = Path.of(System.getProperty("user.home"));
        return new Surroundings(
                System.getenv(),
                home,
                List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir"))),
                List.of(
                        Path.of("/var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock")));
    }

    /** A variable's value; one that is set to nothing counts as not set. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Where reference-server/fetch-mongod puts the server it fetches. */
    Path fetchedMongod() {
        Path cache = variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache"));
        return cache.resolve("photofinish").resolve("mongod-6.0.5").resolve("mongod");
    }

    Optional<Path> onPath(String program) {
        return Stream.of(variable("PATH").orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
