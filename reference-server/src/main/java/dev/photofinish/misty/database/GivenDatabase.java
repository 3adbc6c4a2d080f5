package dev.photofinish.misty.database;

/** A MongoDB that somebody else runs: used, and left alone at the end. */
record GivenDatabase(MongoUri address, Server server) implements RunningDatabase {

    /** @throws DatabaseUnavailable in one sentence if it does not answer */
    static GivenDatabase connect(MongoUri address) {
        return new GivenDatabase(address, Server.at(address));
    }

    @Override
    public String uri() {
        return address.withCredentials();
    }

    @Override
    public String description() {
        String kind = server.engine() == Engine.OTHER
                ? "neither standalone nor replica set"
                : server.engine().toString();
        return "MongoDB " + server.version() + ", " + kind + ", given as " + address;
    }

    @Override
    public Engine engine() {
        return server.engine();
    }

    @Override
    public void close() {}
}
