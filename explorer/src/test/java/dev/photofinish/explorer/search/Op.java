package dev.photofinish.explorer.search;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One operation of a model program on a store of numbers: what the scheduler sees of it, and what it does.
 *
 * @param when whether it is carried out, given what the contender has read so far
 */
record Op(Command command, Predicate<List<Integer>> when, Action action) {

    /** What an operation does; the list is what its contender has read so far. */
    sealed interface Action {
        record Read(String cell) implements Action {}

        record Write(String cell, ToIntFunction<List<Integer>> value) implements Action {}

        /** Takes the amount if there is as much, and reads 1 then, else 0. */
        record Take(String cell, int amount) implements Action {}

        /** Writes what the newest read gives if the cell still has the value read before it, and reads 1 then, else 0. */
        record CompareAndSet(String cell, int change) implements Action {}

        /** Counts one up; two at once count one up together if they are let go together. */
        record Upsert(String cell) implements Action {}

        record Lock(String name) implements Action {}

        record Unlock(String name) implements Action {}
    }

    static Op read(String cell) {
        return new Op(command("find", cell, Mode.READ, Grain.ATOMIC), Op::always, new Action.Read(cell));
    }

    static Op write(String cell, ToIntFunction<List<Integer>> value) {
        return new Op(command("set", cell, Mode.WRITE, Grain.ATOMIC), Op::always, new Action.Write(cell, value));
    }

    static Op take(String cell, int amount) {
        return new Op(command("take", cell, Mode.WRITE, Grain.ATOMIC), Op::always, new Action.Take(cell, amount));
    }

    static Op compareAndSet(String cell, int change) {
        return new Op(
                command("cas", cell, Mode.WRITE, Grain.ATOMIC), Op::always, new Action.CompareAndSet(cell, change));
    }

    static Op upsert(String cell) {
        return new Op(command("upsert", cell, Mode.WRITE, Grain.COMPOUND), Op::always, new Action.Upsert(cell));
    }

    static Op lock(String name) {
        return new Op(command("lock", "locks/" + name, Mode.WRITE, Grain.ATOMIC), Op::always, new Action.Lock(name));
    }

    static Op unlock(String name) {
        return new Op(
                command("unlock", "locks/" + name, Mode.WRITE, Grain.ATOMIC), Op::always, new Action.Unlock(name));
    }

    Op when(Predicate<List<Integer>> condition) {
        return new Op(command, condition, action);
    }

    private static boolean always(List<Integer> read) {
        return true;
    }

    /** A cell is {@code namespace/key}; without a key, nothing is known of the document. */
    private static Command command(String name, String cell, Mode mode, Grain grain) {
        String[] parts = cell.split("/");
        Keys keys = parts.length > 1 ? new Keys("_id", Set.of(parts[1])) : Keys.UNKNOWN;
        return new Command(
                name,
                name + " " + parts[0],
                name + " " + cell,
                List.of(new Access(parts[0], mode, keys, grain)),
                Part.NONE);
    }
}
