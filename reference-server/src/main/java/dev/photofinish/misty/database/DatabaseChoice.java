package dev.photofinish.misty.database;

/** Which MongoDB somebody wants, as the option {@code --database} says it. */
public sealed interface DatabaseChoice {

    /** The words that {@link #parse} understands, for help texts and messages. */
    String EXPECTED =
            "embedded, mongod, mongod-standalone, or an address that begins with mongodb:// or mongodb+srv://";

    /** One that we start and stop. */
    record Start(Engine engine) implements DatabaseChoice {

        public Start {
            if (engine == Engine.OTHER) {
                throw new InvalidDatabaseChoice(
                        "Only an embedded, a standalone or a replica set MongoDB can be started.");
            }
        }
    }

    /** One that runs already. */
    record Connect(MongoUri uri) implements DatabaseChoice {}

    /**
     * Reads one of {@code embedded}, {@code mongod} (a one-member replica set), {@code mongod-standalone}, or an address.
     *
     * @throws InvalidDatabaseChoice in one sentence if it is none of them or a broken address
     */
    static DatabaseChoice parse(String text) {
        return switch (text.strip()) {
            case "embedded" -> new Start(Engine.EMBEDDED);
            case "mongod" -> new Start(Engine.REPLICA_SET);
            case "mongod-standalone" -> new Start(Engine.STANDALONE);
            default -> new Connect(address(text.strip()));
        };
    }

    private static MongoUri address(String text) {
        if (!text.contains("://")) {
            throw new InvalidDatabaseChoice(
                    "There is no database '" + MongoUri.mask(text) + "'; expected " + EXPECTED + ".");
        }
        return MongoUri.parse(text);
    }
}
