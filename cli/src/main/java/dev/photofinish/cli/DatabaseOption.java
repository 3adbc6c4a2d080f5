package dev.photofinish.cli;

import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.RunningDatabase;
import picocli.CommandLine.Option;

/** On which MongoDB the reference server runs. */
final class DatabaseOption {

    @Option(
            names = "--database",
            paramLabel = "DB",
            description = {
                "embedded (default; in this process, hides races of upserts),",
                "mongod (a real one-member replica set that we start and stop),",
                "mongod-standalone, or an address mongodb://..."
            })
    String choice = "embedded";

    RunningDatabase start() {
        return Databases.start(DatabaseChoice.parse(choice));
    }
}
