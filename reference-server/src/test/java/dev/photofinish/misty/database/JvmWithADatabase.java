package dev.photofinish.misty.database;

import java.nio.file.Path;
import java.util.List;

/** Starts a database, says so, and runs until it is ended from outside or its standard input ends. */
final class JvmWithADatabase {

    private JvmWithADatabase() {}

    public static void main(String[] arguments) throws Exception {
        RunningDatabase database =
                StartedMongod.start(Path.of(arguments[0]), Engine.REPLICA_SET, List.of(Path.of(arguments[1])));
        System.out.println(database.description());
        System.out.flush();
        while (System.in.read() >= 0) {
            // whoever started this JVM decides when it ends
        }
    }
}
