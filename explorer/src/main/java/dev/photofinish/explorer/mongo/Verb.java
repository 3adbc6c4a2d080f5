package dev.photofinish.explorer.mongo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The commands that are understood. Servers take their names in any case, and some have two. */
enum Verb {
    FIND("find"),
    COUNT("count"),
    DISTINCT("distinct"),
    AGGREGATE("aggregate"),
    GET_MORE("getMore"),
    EXPLAIN("explain"),
    INSERT("insert"),
    UPDATE("update"),
    DELETE("delete"),
    FIND_AND_MODIFY("findAndModify"),
    BULK_WRITE("bulkWrite"),
    MAP_REDUCE("mapReduce"),
    CREATE("create"),
    CREATE_INDEXES("createIndexes"),
    DROP_INDEXES("dropIndexes"),
    COLL_MOD("collMod"),
    DROP("drop"),
    DROP_DATABASE("dropDatabase"),
    RENAME_COLLECTION("renameCollection"),
    LIST_INDEXES("listIndexes"),
    COLL_STATS("collStats"),
    LIST_COLLECTIONS("listCollections"),
    LIST_DATABASES("listDatabases"),
    DB_STATS("dbStats"),
    COMMIT_TRANSACTION("commitTransaction"),
    ABORT_TRANSACTION("abortTransaction"),
    /** Handshakes, heartbeats, signing in, sessions and cursors given back: none of them reads or changes a document. */
    HOUSEKEEPING("housekeeping"),
    UNKNOWN("unknown");

    private static final Set<String> HOUSEKEEPERS = Set.of(
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "connectionstatus",
            "whatsmyuri",
            "hostinfo",
            "serverstatus",
            "getparameter",
            "getcmdlineopts",
            "getlog",
            "replsetgetstatus",
            "saslstart",
            "saslcontinue",
            "authenticate",
            "getnonce",
            "logout",
            "startsession",
            "refreshsessions",
            "endsessions",
            "killcursors");

    private static final Map<String, Verb> BY_NAME = Arrays.stream(values())
            .filter(verb -> verb != HOUSEKEEPING && verb != UNKNOWN)
            .collect(Collectors.toMap(verb -> verb.spelling.toLowerCase(Locale.ROOT), Function.identity()));

    private final String spelling;

    Verb(String spelling) {
        this.spelling = spelling;
    }

    static Verb of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HOUSEKEEPERS.contains(lower) ? HOUSEKEEPING : BY_NAME.getOrDefault(lower, UNKNOWN);
    }

    /** How the manual writes a command's name; as it came if it is not understood. */
    static String spelled(String name) {
        Verb verb = of(name);
        return verb == HOUSEKEEPING || verb == UNKNOWN ? name : verb.spelling;
    }
}
