package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Edit.How;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether two writes make the same change to the same document. */
final class SameChange {

    /** Ids and tokens, which differ although the change is the same. */
    private static final Pattern OPAQUE =
            Pattern.compile("id [0-9a-f]{24}|binary .*|string (?=[\\w-]*\\d)[0-9a-fA-F-]{8,}");

    private SameChange() {}

    /** All that both do is the same, times and ids aside. */
    static boolean isMadeBy(Touch one, Touch other) {
        List<Edit> mine = telling(one);
        return !mine.isEmpty() && one.with(other) == Meeting.PROVEN && mine.equals(telling(other));
    }

    private static List<Edit> telling(Touch touch) {
        return touch.edits().stream()
                .filter(edit -> edit.how() != How.STAMP
                        && !OPAQUE.matcher(edit.operand()).matches())
                .toList();
    }

    /**
     * Whether an edit sets what another has set, to the same state, and it was another before. A number or a list is computed
     * from what was there: two who come to the same have lost one of their changes.
     *
     * @param before what was read of the document
     */
    static boolean setsAgain(Edit edit, Edit other, Optional<Traits> before, boolean wholeDocument) {
        boolean same = edit.path().equals(other.path())
                && edit.how() == How.SET
                && other.how() == How.SET
                && edit.operand().equals(other.operand())
                && !isComputed(edit);
        Optional<String> was = before.flatMap(document -> document.value(edit.path()));
        return same && was.map(value -> !value.equals(edit.operand())).orElse(!wholeDocument);
    }

    static boolean isComputed(Edit edit) {
        return edit.operand().startsWith("number ") || edit.operand().startsWith("{");
    }
}
