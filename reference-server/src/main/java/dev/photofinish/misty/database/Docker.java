package dev.photofinish.misty.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Docker, through Testcontainers, which is not even loaded where nothing points to a Docker. */
record Docker(Surroundings surroundings) implements Place {

    static final String IMAGE_VARIABLE = "PHOTOFINISH_MONGODB_IMAGE";

    private static final String DEFAULT_IMAGE = "mongo:6.0";

    /** Tried once in a JVM: without a network, Testcontainers tries to pull an image for two minutes. */
    private static final Map<String, Find.Broken> BROKEN = new ConcurrentHashMap<>();

    @Override
    public Find look(Engine engine) {
        if (surroundings.variable("DOCKER_HOST").isEmpty() && sockets().stream().noneMatch(Files::exists)) {
            return new Find.Nothing("Docker: DOCKER_HOST is not set and there is no socket at " + sockets());
        }
        String image = surroundings.variable(IMAGE_VARIABLE).orElse(DEFAULT_IMAGE);
        return Optional.<Find>ofNullable(BROKEN.get(image)).orElseGet(() -> start(image, engine));
    }

    private static Find start(String image, Engine engine) {
        try {
            return new Find.Found(StartedContainer.start(image, engine));
        } catch (RuntimeException e) {
            Find.Broken broken = new Find.Broken("Docker: the image " + image + " does not start: " + firstWords(e));
            BROKEN.put(image, broken);
            return broken;
        }
    }

    private List<Path> sockets() {
        return surroundings.dockerSockets();
    }

    /** Of the innermost cause: Testcontainers wraps what Docker said in several layers. */
    private static String firstWords(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
