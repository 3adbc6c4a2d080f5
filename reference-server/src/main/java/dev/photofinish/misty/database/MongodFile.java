package dev.photofinish.misty.database;

import java.nio.file.Files;
import java.nio.file.Path;

/** A mongod on this machine, which we start. */
final class MongodFile {

    static final String VARIABLE = "PHOTOFINISH_MONGOD";

    private MongodFile() {}

    static Place namedByVariable(Surroundings surroundings) {
        return engine -> surroundings
                .variable(VARIABLE)
                .map(file -> start(VARIABLE, Path.of(file), engine, surroundings))
                .orElseGet(() -> new Place.Find.Nothing(VARIABLE + ": not set"));
    }

    static Place onPath(Surroundings surroundings) {
        return engine -> surroundings
                .onPath("mongod")
                .map(file -> start("PATH", file, engine, surroundings))
                .orElseGet(() -> new Place.Find.Nothing("PATH: no mongod in it"));
    }

    static Place fetched(Surroundings surroundings) {
        return engine -> {
            Path file = surroundings.fetchedMongod();
            return Files.exists(file)
                    ? start("cache", file, engine, surroundings)
                    : new Place.Find.Nothing("cache: no " + file);
        };
    }

    private static Place.Find start(String place, Path file, Engine engine, Surroundings surroundings) {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return new Place.Find.Broken(place + ": " + file + " is not a program that this user may run");
        }
        try {
            return new Place.Find.Found(StartedMongod.start(file, engine, surroundings.dataFolders()));
        } catch (MongodFailure e) {
            return new Place.Find.Broken(place + ": " + e.getMessage());
        }
    }
}
