package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whose a command is: at once where {@link Ownership} knows, else by what contenders do while it waits.
 *
 * <pre>
 *   read ─▶ decide ─┬─▶ a contender's, nobody's, or it cannot be told
 *              ▲    ├─▶ suspected ─▶ the contender goes on without it: another's, nobody's, or
 *              │    │           │          its own all the same, if contenders do such things
 *              │    │           └──▶ the contender does nothing for long: its own
 *              │    └─▶ undecided ─▶ only one is left who can have sent it ─┐
 *              │                └──▶ a guess, after a while                 │
 *              └────────────────────────────────────────────────────────────┘
 * </pre>
 *
 * Guarded by the {@link Attribution} that uses it.
 */
final class Hearing {

    /** How long a command that may be of several is left undecided: as long as an answer takes to become a contender's end. */
    private static final Duration UNDECIDED = Duration.ofMillis(20);

    /** A contender that does nothing for so long while a command waits has sent that, and gets no further without it. */
    private static final Duration PROOF = Duration.ofMillis(500);

    private final Script script;
    private final Ownership ownership;
    private final Curtain curtain;
    private final Bypass bypass;
    private final Finale finale;
    private final Outcome outcome;
    private final List<Arrival> undecided = new ArrayList<>();
    private final Set<String> guessedAbout = new HashSet<>();
    private final Suspects suspects = new Suspects();

    /** What is found out; under the lock. */
    interface Outcome {

        void isOf(String contender, Arrival arrival);

        /** What a contender does cannot be told from what others do. */
        void isLost(String contender, String why);
    }

    Hearing(Script script, Ownership ownership, Curtain curtain, Bypass bypass, Finale finale, Outcome outcome) {
        this.script = script;
        this.ownership = ownership;
        this.curtain = curtain;
        this.bypass = bypass;
        this.finale = finale;
        this.outcome = outcome;
    }

    void decide(Arrival arrival) {
        if (curtain.hasFallen() || finale.isWatched()) {
            finale.comes(arrival);
            bypass.passes(arrival);
            return;
        }
        decide(arrival, ownership.of(arrival.whole(), arrival.sent(), curtain.now()));
    }

    private void decide(Arrival arrival, Ownership.Opinion opinion) {
        switch (opinion) {
            case Ownership.Opinion.Certain certain -> outcome.isOf(certain.owner(), arrival);
            case Ownership.Opinion.Late late -> outcome.isOf(late.owner(), arrival);
            case Ownership.Opinion.Nobodys nobodys -> bypass.isNobodys(arrival);
            case Ownership.Opinion.ToBeProven proof -> {
                suspects.add(arrival, proof.contender());
                curtain.later(proof(arrival), () -> isProven(arrival));
            }
            case Ownership.Opinion.Anybodys anybodys -> isAnybodys(arrival, anybodys.contenders());
            case Ownership.Opinion.LeftOver leftOver -> isLeftOver(arrival);
            case Ownership.Opinion.Undecided undecidable -> {
                undecided.add(arrival);
                curtain.later(UNDECIDED, () -> guess(arrival));
            }
        }
    }

    private void isAnybodys(Arrival arrival, List<String> contenders) {
        Command command = arrival.whole();
        bypass.passes(arrival);
        contenders.forEach(each -> outcome.isLost(each, Sentences.anybodys(command, contenders)));
    }

    private void isLeftOver(Arrival arrival) {
        String why = Sentences.leftOver(arrival.whole(), script.sequels().settle());
        bypass.passes(arrival);
        script.tally().doubt(why);
        ownership.everybody().forEach(each -> outcome.isLost(each, why));
    }

    /** Its silence speaks, unless it is held: then it could not have done anything. */
    private void isProven(Arrival arrival) {
        Optional<String> suspected = suspects.whose(arrival);
        if (suspected.isEmpty()) {
            return;
        }
        String contender = suspected.get();
        if (!ownership.running().contains(contender)) {
            curtain.later(PROOF, () -> isProven(arrival));
            return;
        }
        Suspects.Ruling ruling = suspects.rule(contender, bypass::isUsual);
        ruling.others()
                .forEach(each ->
                        isNotWaitedFor(contender, each, ownership.ofWhatIsNotWaitedFor(contender, each.whole())));
        ruling.own().forEach(each -> outcome.isOf(contender, each));
        ruling.undecided()
                .ifPresent(each -> outcome.isLost(contender, Sentences.perhapsTheBackgrounds(contender, each.whole())));
    }

    /** Who does the same all the time must have had the time to do it again. */
    private Duration proof(Arrival arrival) {
        return bypass.isUsual(arrival)
                ? Collections.max(List.of(
                        PROOF, script.background().rhythm(arrival.whole()).multipliedBy(2)))
                : PROOF;
    }

    /** It has gone on without what it was suspected of having sent. */
    void goesOn(String contender) {
        suspects.takeOf(contender)
                .forEach(each ->
                        isNotWaitedFor(contender, each, ownership.ofWhatIsNotWaitedFor(contender, each.whole())));
    }

    /** The same, but what it has done is to answer. */
    void isAnswered(String contender, Told told) {
        suspects.takeOf(contender)
                .forEach(each ->
                        isNotWaitedFor(contender, each, ownership.ofWhatIsNotWaitedFor(contender, each.whole(), told)));
    }

    /** What the application does all the time it also does beside a contender that does such things. */
    private void isNotWaitedFor(String contender, Arrival arrival, Ownership.Opinion opinion) {
        boolean itsOwn = opinion.equals(new Ownership.Opinion.Certain(contender));
        Ownership.Opinion whose = itsOwn && bypass.isUsual(arrival) ? new Ownership.Opinion.Nobodys() : opinion;
        if (whose.equals(new Ownership.Opinion.Certain(contender))) {
            script.habits().doesNotWait(contender);
        }
        if (whose instanceof Ownership.Opinion.Nobodys) {
            script.goesOnWithout(contender, arrival.whole(), arrival.sent());
        }
        decide(arrival, whose);
    }

    private void guess(Arrival arrival) {
        if (!undecided.remove(arrival)) {
            return;
        }
        if (curtain.hasFallen() || ownership.running().size() < 2) {
            decide(arrival);
            return;
        }
        String owner = ownership.guess(arrival.whole(), arrival.sent());
        guessedAbout.addAll(ownership.running());
        script.tally().note(Sentences.guessed(arrival.command(), ownership.running(), owner));
        outcome.isOf(owner, arrival);
    }

    /** Whether something may have been taken for its own, or for another's, that was not. */
    boolean hasGuessedAbout(String contender) {
        return guessedAbout.contains(contender);
    }

    /** Somebody runs no more: who is left may be the only one who can have sent what is undecided. */
    void somebodySettles() {
        if (ownership.running().size() < 2) {
            List<Arrival> again = List.copyOf(undecided);
            undecided.removeAll(again);
            again.forEach(this::decide);
        }
    }

    /** What waits; nothing is found out about it any more. */
    List<Arrival> adjourns() {
        List<Arrival> left =
                Stream.concat(undecided.stream(), suspects.takeAll().stream()).toList();
        undecided.clear();
        return left;
    }
}
