package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Edit.How;
import dev.photofinish.explorer.document.Traits;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a late write did to a document that the other had written: which of the textbook's names it deserves, if any. Where the
 * commands do not say what they do to the document, it deserves none but that it was overwritten.
 */
final class Overwrite {

    private final Stale stale;
    private final Touch act;
    private final Touch write;
    private final Optional<Traits> before;

    Overwrite(Stale stale) {
        this.stale = stale;
        this.act = stale.act();
        this.write = stale.write();
        this.before = stale.read().seenOf(write);
    }

    /** Nothing if neither harmed what the other wrote. */
    Optional<Anomaly> name() {
        if (isOpaque(act) || isOpaque(write)) {
            return Optional.of(Anomaly.LOST_UPDATE);
        }
        if (any(this::setsAgain) && !any(this::losesNumberOrList)) {
            return Optional.of(Anomaly.DOUBLE_APPLY);
        }
        if (any(this::loses)) {
            return Optional.of(Anomaly.LOST_UPDATE);
        }
        if (any((mine, theirs) -> mine.how() == How.TAKE && lowers(theirs))) {
            return Optional.of(Anomaly.OVERSELL);
        }
        if (any((mine, theirs) -> mine.how() == How.ADD && theirs.how() == How.ADD && mine.equals(theirs))) {
            return Optional.of(Anomaly.DOUBLE_APPLY);
        }
        return any(Overwrite::bothAdd) ? Optional.of(Anomaly.PASSED_LIMIT) : Optional.empty();
    }

    /** The fields that both wrote, those of the name first. */
    List<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        if (any(this::losesNumberOrList)) {
            collect(this::losesNumberOrList, paths);
        } else if (any(this::setsAgain)) {
            collect(this::setsAgain, paths);
        } else {
            collect(this::loses, paths);
            collect((mine, theirs) -> mine.how() != How.STAMP && mine.meets(theirs) && paths.isEmpty(), paths);
        }
        return List.copyOf(paths);
    }

    /** Whether all of the document was written back. */
    boolean isWhole() {
        return act.change().kind() == Change.Kind.REPLACE;
    }

    private static boolean isOpaque(Touch touch) {
        return touch.change().kind() == Change.Kind.OTHER;
    }

    private boolean setsAgain(Edit mine, Edit theirs) {
        return changes(write, theirs) && SameChange.setsAgain(mine, theirs, before, isWhole());
    }

    /** What the other did is gone: a value takes its place that was computed without it. */
    private boolean loses(Edit mine, Edit theirs) {
        return mine.how() == How.SET && theirs.how() != How.STAMP && changes(write, theirs) && mine.meets(theirs);
    }

    private boolean losesNumberOrList(Edit mine, Edit theirs) {
        return loses(mine, theirs) && SameChange.isComputed(mine);
    }

    private boolean lowers(Edit edit) {
        return edit.how() == How.TAKE
                || (edit.how() == How.SET
                        && number(Optional.of(edit.operand()))
                                .flatMap(now -> number(before.flatMap(document -> document.value(edit.path())))
                                        .map(then -> now.compareTo(then) < 0))
                                .orElse(false));
    }

    private static boolean bothAdd(Edit mine, Edit theirs) {
        return mine.how() == theirs.how()
                && (mine.how() == How.ADD || mine.how() == How.JOIN || mine.how() == How.GIVE);
    }

    /** Who writes a whole document back writes most fields as they were. */
    private boolean changes(Touch touch, Edit edit) {
        return touch.change().kind() != Change.Kind.REPLACE
                || before.flatMap(document -> document.value(edit.path()))
                        .map(was -> !was.equals(edit.operand()))
                        .orElse(true);
    }

    private boolean any(BiPredicate<Edit, Edit> both) {
        return act.edits().stream()
                .anyMatch(mine ->
                        write.edits().stream().anyMatch(theirs -> mine.meets(theirs) && both.test(mine, theirs)));
    }

    private void collect(BiPredicate<Edit, Edit> both, Set<String> paths) {
        for (Edit mine : act.edits()) {
            if (write.edits().stream().anyMatch(theirs -> mine.meets(theirs) && both.test(mine, theirs))) {
                paths.add(mine.path());
            }
        }
    }

    private static Optional<BigDecimal> number(Optional<String> value) {
        return value.filter(text -> text.startsWith("number "))
                .map(text -> new BigDecimal(text.substring("number ".length())));
    }

    Stale stale() {
        return stale;
    }
}
