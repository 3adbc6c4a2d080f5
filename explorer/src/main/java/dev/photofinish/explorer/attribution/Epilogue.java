package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Waits, when a contender has its answer, for what it is known to do next, and says when it is at its end. How long, {@link Endings}
 * know; and as long as the {@linkplain Slumber application is awake}. Guarded by the {@link Attribution} that uses it.
 */
final class Epilogue {

    private final Endings endings;
    private final Duration afterAnswer;
    private final Curtain curtain;
    private final Herald herald;
    private final Slumber slumber;

    /** @param afterAnswer how long to wait at least */
    Epilogue(Endings endings, Duration afterAnswer, Curtain curtain, Herald herald, Slumber slumber) {
        this.slumber = slumber;
        this.endings = endings;
        this.afterAnswer = afterAnswer;
        this.curtain = curtain;
        this.herald = herald;
    }

    /** It may go on, or be at its end; waits unless something of it is open. */
    void expect(String contender) {
        if (curtain.hasFallen() || !endings.mayBeOver(contender)) {
            return;
        }
        int deeds = endings.visit(contender).deeds();
        Duration patience = Collections.max(List.of(afterAnswer, endings.patience(contender)));
        if (patience.isZero()) {
            isOverAtOnce(contender, deeds);
        } else {
            curtain.later(patience, () -> isOverUnless(contender, deeds));
        }
    }

    /** @param deeds it is not over if it has done more than these */
    private void isOverUnless(String contender, int deeds) {
        if (!goesOn(contender, deeds) && !curtain.postpones(() -> isOverUnless(contender, deeds))) {
            isOverWhenAsleep(contender, deeds);
        }
    }

    private boolean goesOn(String contender, int deeds) {
        return curtain.hasFallen() || endings.visit(contender).deeds() != deeds;
    }

    private void isOverAtOnce(String contender, int deeds) {
        if (slumber.isWorthALook()) {
            isOverWhenAsleep(contender, deeds);
        } else {
            isOver(contender);
        }
    }

    /** Who sleeps may have sent something a moment ago: it is read first. */
    private void isOverWhenAsleep(String contender, int deeds) {
        if (slumber.isSeen()) {
            slumber.whenAsleep(() -> curtain.afterAllThatHasCome(() -> isOverIfStill(contender, deeds)));
        } else {
            isOver(contender);
        }
    }

    private void isOverIfStill(String contender, int deeds) {
        if (!goesOn(contender, deeds) && !curtain.postpones(() -> isOverIfStill(contender, deeds))) {
            isOver(contender);
        }
    }

    private void isOver(String contender) {
        endings.ends(contender);
        herald.finishes(contender);
    }
}
