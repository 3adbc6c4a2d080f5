package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Mode;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the contenders of a contest work: what touches nothing of it may come when it will, whosever it is. Guarded by the
 * {@link Attribution} that uses it.
 */
final class Places {

    /** How a collection is used by contenders: it is written if one of them ever writes there. */
    private final Map<String, Mode> uses = new HashMap<>();

    /** A contender does it. */
    void areUsedBy(Command command) {
        for (Access access : command.accesses()) {
            uses.merge(access.namespace(), access.mode(), Places::stronger);
        }
    }

    void forget() {
        uses.clear();
    }

    private static Mode stronger(Mode one, Mode other) {
        return one == Mode.WRITE ? one : other;
    }

    /** Whether a command of somebody else can neither see nor change what contenders do, nor they what it does. */
    boolean areApartFrom(Command command) {
        return command.accesses().stream().noneMatch(this::meets);
    }

    private boolean meets(Access access) {
        return uses.entrySet().stream()
                .anyMatch(used -> isSame(used.getKey(), access.namespace())
                        && (used.getValue() == Mode.WRITE || access.mode() == Mode.WRITE));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.equals(Access.EVERYTHING) || other.equals(Access.EVERYTHING);
    }
}
