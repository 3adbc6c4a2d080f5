package dev.photofinish.explorer.attribution;

/** Lets pass what is no contender's step, and sees to it that what it writes is put back, or is not. Safe for any thread. */
final class Bypass {

    private final Script script;

    Bypass(Script script) {
        this.script = script;
    }

    /** The contest does not want to see it. */
    void isIgnored(Arrival arrival) {
        script.tally().ignored(arrival.sent());
        script.tally().writesIgnored(arrival.whole());
        arrival.pass();
    }

    /** No contender has sent it. */
    void isNobodys(Arrival arrival) {
        script.tally().unowned(arrival.sent());
        script.disown(arrival.sent());
        passes(arrival);
    }

    /** It cannot be held. What it writes has to be put back, unless the application does it all the time. */
    void passes(Arrival arrival) {
        if (isUsual(arrival)) {
            script.disown(arrival.sent());
        } else if (script.ignores(arrival.sent())) {
            script.tally().writesIgnored(arrival.whole());
        } else {
            script.tally().writes(arrival.whole());
        }
        arrival.pass();
    }

    /** Whether the application does so all the time. */
    boolean isUsual(Arrival arrival) {
        return script.background().has(arrival.whole(), arrival.sent());
    }
}
