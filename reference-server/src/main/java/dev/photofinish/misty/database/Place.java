package dev.photofinish.misty.database;

/** One place where a real MongoDB may be found; a place is a class of its own, and {@link Search} knows their order. */
interface Place {

    Find look(Engine engine);

    /** What came of looking. */
    sealed interface Find {

        record Found(RunningDatabase database) implements Find {}

        /** There is nothing here; the clause says where and why: {@code PATH: no mongod in it}. */
        record Nothing(String reason) implements Find {}

        /** Somebody pointed here and it does not work: not fatal, since another place may serve, but worth a warning. */
        record Broken(String reason) implements Find {}
    }
}
