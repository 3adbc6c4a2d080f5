package dev.photofinish.misty.database;

/** What kind of MongoDB answers; they differ in what they can do and in which bugs they hide (docs/databases.md). */
public enum Engine {
    /** mongo-java-server in this process: no install, no transactions, hides races of upserts. */
    EMBEDDED("embedded"),
    /** A real mongod on its own: no transactions; loses acknowledged writes when killed unless they ask for {@code j: true}. */
    STANDALONE("standalone"),
    /** A real mongod in a replica set: transactions, change streams. */
    REPLICA_SET("replica set"),
    /** Answers, but is none of these: a sharded cluster, or another product that speaks MongoDB's protocol. */
    OTHER("other");

    private final String words;

    Engine(String words) {
        this.words = words;
    }

    /** As people say it: {@code replica set}. */
    @Override
    public String toString() {
        return words;
    }
}
