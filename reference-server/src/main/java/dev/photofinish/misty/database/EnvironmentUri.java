package dev.photofinish.misty.database;

/** An address in the environment. It serves only the engine that it really is: the server is asked. */
record EnvironmentUri(Surroundings surroundings) implements Place {

    static final String VARIABLE = "PHOTOFINISH_MONGODB_URI";

    @Override
    public Find look(Engine engine) {
        return surroundings
                .variable(VARIABLE)
                .map(address -> connect(address, engine))
                .orElseGet(() -> new Find.Nothing(VARIABLE + ": not set"));
    }

    private static Find connect(String address, Engine engine) {
        try {
            GivenDatabase given = GivenDatabase.connect(MongoUri.parse(address));
            return given.engine() == engine
                    ? new Find.Found(given)
                    : new Find.Nothing(VARIABLE + ": not the kind that is needed, it is " + given.description());
        } catch (InvalidDatabaseChoice | DatabaseUnavailable e) {
            return new Find.Broken(VARIABLE + ": " + e.getMessage());
        }
    }
}
