package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.gate.WaitProbe;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** An execution without sockets: commands knock, time passes when it is said to. */
class AttributionTest {

    private static final String LOOKS = "{find: 'stock', filter: {_id: 1}}";
    private static final String TAKES = "{update: 'stock', updates: [{q: {_id: 1}, u: {$set: {quantity: 20}}}]}";
    private static final String NOTES = "{insert: 'moves', documents: [{_id: 1}]}";
    private static final String LOOKS_FOR_JOBS = "{find: 'jobs', filter: {done: false}}";
    private static final String TAKES_A_JOB = "{update: 'jobs', updates: [{q: {_id: 1}, u: {$set: {done: true}}}]}";
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(1);

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Background background = new Background();
    private final Books books = new Books();
    private final Script script =
            new Script(reader, new Replies(Masking.BY_NAME), Set.of(), books, background, SETTLE, Runnable::run);
    private final Pace pace = new Pace();
    private final ManualBell bell = new ManualBell();
    private Slumber slumber = Slumber.UNSEEN;
    private Gatekeeper gatekeeper = gatekeeper();
    private Attribution attribution = attribution(Hesitation.Pauses.NONE);

    @Test
    void whatAContenderSendsForTheFirstTimeAndAtOnceIsItsOwnTogether() throws InterruptedException {
        isWellKnown("B");
        attribution.started("B");

        Knock takes = sends(TAKES);
        Knock notes = sends(NOTES);
        bell.passes(LONG);

        assertThat(nextOf("B")).isEqualTo("insert");
        assertThat(pace.parallel()).containsExactly("B");
        assertThat(takes.hasProceeded() || notes.hasProceeded()).as("held").isFalse();
    }

    @Test
    void whoGoesOnHasNotSentWhatWaits() throws InterruptedException {
        isWellKnown("B");
        attribution.started("B");

        Knock takes = sends(TAKES);
        sends(LOOKS);

        assertThat(takes.hasProceeded()).isTrue();
        assertThat(nextOf("B")).isEqualTo("find");
        assertThat(script.tally().bystanders(Set.of(), Set.of()).notes())
                .singleElement()
                .asString()
                .contains("update stock came in some runs only, and B went on without it");
    }

    /** A mail, a line of a log: nobody waits for it, and whether it comes before the answer or after it is chance. */
    @Test
    void whatAnotherContenderDoesAsARuleIsItsOwnThoughItDoesNotWaitForIt() throws InterruptedException {
        isWellKnown("B");
        script.habits().does("A", command(NOTES));
        attribution.started("B");

        Knock notes = sends(NOTES);
        script.habits().hasRun("A");
        script.habits().does("A", command(NOTES));
        attribution.finished("B", Told.SOMETHING);

        assertThat(notes.hasProceeded()).as("held").isFalse();
        assertThat(nextOf("B")).isEqualTo("insert");
        assertThat(gatekeeper.settle().lost()).isEmpty();
    }

    @Test
    void whatTheApplicationDoesAllTheTimeWaitsOnlyWhereItMakesADifference() {
        isUsual(LOOKS_FOR_JOBS);
        attribution.started("A");

        assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isTrue();

        script.habits().does("B", command(TAKES_A_JOB));
        assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isFalse();
    }

    /** A poller that is held cannot look again. */
    @Test
    void onceItIsTheApplicationsThoughTheContenderIsSilent() {
        isUsual(LOOKS_FOR_JOBS);
        script.habits().does("B", command(TAKES_A_JOB));
        attribution.started("A");

        Knock waits = sends(LOOKS_FOR_JOBS);
        bell.passes(LONG);

        assertThat(waits.hasProceeded()).isTrue();
    }

    @Test
    void twiceOneOfThemIsTheContenders() throws InterruptedException {
        isUsual(LOOKS_FOR_JOBS);
        script.habits().does("B", command(TAKES_A_JOB));
        attribution.started("A");

        Knock one = sends(LOOKS_FOR_JOBS);
        Knock other = sends(LOOKS_FOR_JOBS);
        bell.passes(LONG);

        assertThat(one.hasProceeded()).isFalse();
        assertThat(other.hasProceeded()).isTrue();
        assertThat(nextOf("A")).isEqualTo("find");
    }

    /** It would not be put back otherwise. */
    @Test
    void whatItWritesIsKnownBeforeItIsHeldAsTheContenders() throws InterruptedException {
        isUsual(TAKES_A_JOB);
        script.habits().does("B", command(LOOKS_FOR_JOBS));
        attribution.started("A");
        sends(TAKES_A_JOB);
        sends(TAKES_A_JOB);
        assertThat(books.written).isEmpty();

        bell.passes(LONG);

        assertThat(nextOf("A")).isEqualTo("update");
        assertThat(books.written).containsExactly("shop.jobs");
    }

    @Test
    void whoDoesNothingWhileAnotherIsHeldWaitsForSomethingInTheApplication() throws InterruptedException {
        for (int execution = 0; execution < 2; execution++) {
            attribution.started("A");
            sends(LOOKS);
            attribution.started("B");
            bell.passes(Duration.ofSeconds(30));

            attribution.sees(gatekeeper.settle());
            isNextExecution();
        }

        assertThat(script.tally().hasALockInTheApplication()).isTrue();
    }

    @Test
    void whatGoesOnWithoutEndAfterAnAnswerIsWhatTheApplicationDoesAllTheTime() throws InterruptedException {
        attribution.started("A");
        attribution.finished("A", Told.SOMETHING);

        for (int time = 1; time < 10; time++) {
            assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isFalse();
        }
        assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isTrue();

        assertThat(gatekeeper.settle().lost())
                .get()
                .asString()
                .startsWith("find jobs came again and again after A had its answer");
        isNextExecution();
        attribution.started("A");
        assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isTrue();
        assertThat(pace.parallel()).isEmpty();
    }

    /** Two who send the same, one of them woken by the other: the first to come was not who it was taken for. */
    @Test
    void whoIsAnsweredWhileSomethingWaitsThatWasTakenForItsOwnHasNotSentThat() throws InterruptedException {
        attribution.started("A");
        attribution.started("B");
        sends(LOOKS);
        bell.passes(LONG);

        attribution.finished("B", Told.SOMETHING);
        sends(LOOKS);

        assertThat(gatekeeper.settle().lost())
                .get()
                .asString()
                .startsWith("B was answered while a command waited that was taken for its own");

        isNextExecution();
        attribution.started("A");
        attribution.started("B");
        sends(LOOKS);
        bell.passes(LONG);
        attribution.finished("B", Told.SOMETHING);

        assertThat(nextOf("A")).as("guessed the other way from now on").isEqualTo("find");
    }

    @Test
    void butWhoDoesNotWaitForItsLastCommandMay() throws InterruptedException {
        attribution.started("B");
        sends(LOOKS);
        attribution.finished("B", Told.SOMETHING);
        isNextExecution();
        attribution.started("A");
        attribution.started("B");
        sends(LOOKS);
        bell.passes(LONG);

        attribution.finished("B", Told.SOMETHING);
        sends(LOOKS);

        assertThat(gatekeeper.settle().lost()).isEmpty();
    }

    /** A proxy before the application, say. */
    @Test
    void whoIsAnsweredAsNobodyWasWhileItsCommandIsHeldForLongHasGivenUp() throws InterruptedException {
        attribution.started("B");
        sends(LOOKS);
        bell.passes(LONG);

        attribution.finished("B", new Told("504"));

        assertThat(gatekeeper.settle().lost())
                .get()
                .asString()
                .startsWith("The application gave up on find stock {_id: 1} of B after about 1000 ms");
    }

    @Test
    void whoAreAllSilentWhileNobodyIsHeldWaitForEachOther() throws InterruptedException {
        attribution.started("A");
        attribution.started("B");

        Situation situation = gatekeeper.settle();

        assertThat(situation.lost()).isEmpty();
        assertThat(situation.standings().values())
                .hasSize(2)
                .allSatisfy(standing -> assertThat(standing)
                        .isInstanceOfSatisfying(
                                Standing.Blocked.class,
                                blocked -> assertThat(blocked.where()).isEqualTo(Standing.Where.APPLICATION)));
    }

    @Test
    void whoIsAloneIsWaitedFor() throws InterruptedException {
        attribution.started("A");

        assertThat(gatekeeper.settle().lost()).get().asString().contains("for 30 s: the application does not answer");
    }

    @Test
    void asLongAsAnotherIsUnderWayItMayWaitForThat() {
        attribution.started("B");
        sends(LOOKS);
        attribution.started("A");
        attribution.finished("A", Told.SOMETHING);

        for (int time = 1; time < 20; time++) {
            assertThat(sends(LOOKS_FOR_JOBS).hasProceeded()).isFalse();
        }
    }

    @Test
    void whatComesAfterAnAnswerForTheFirstTimeInALessonIsItsContenders() throws InterruptedException {
        comesToItsEnd("A");
        isNextExecution(new Lessons().begin(List.of("A")));
        attribution.started("A");

        sends(LOOKS, () -> {
            attribution.finished("A", Told.SOMETHING);
            bell.rings(SLOW, () -> sends(NOTES));
        });
        lets("A");

        assertThat(nextOf("A")).isEqualTo("insert");
    }

    /** It may have been too slow for all that it does to be seen. */
    @Test
    void anApplicationThatIsSlowAtFirstIsWatchedOnceMore() throws InterruptedException {
        assertThat(lessonsAfter(SLOW)).as("slow").isEqualTo(2);
    }

    @Test
    void oneThatIsQuickIsWatchedOnce() throws InterruptedException {
        assertThat(lessonsAfter(Duration.ZERO)).as("quick").isEqualTo(1);
    }

    /** @param before the first command of the first execution */
    private int lessonsAfter(Duration before) throws InterruptedException {
        Lessons lessons = new Lessons();
        int held = 0;
        for (Duration pause : List.of(before, Duration.ZERO, Duration.ZERO)) {
            isNextExecution(lessons.begin(List.of("A")));
            held += lessons.isInOne() ? 1 : 0;
            Onlooker onlooker = new Onlooker(() -> 0, pace, gatekeeper, attribution);
            bell.rings(pause, () -> sends(LOOKS, () -> attribution.finished("A", Told.SOMETHING)));
            attribution.started("A");
            bell.passes(pause);
            lets("A");
            lessons.end(onlooker.impression());
        }
        return held;
    }

    @Test
    void asLongAsTheApplicationIsAwakeWhatComesIsStillTheContenders() throws InterruptedException {
        ManualSlumber awake = hasItsAnswerWhileItIsAwake("A");

        assertThat(gatekeeper.unfinished()).as("awake").containsExactly("A");
        sends(NOTES);
        awake.fallsAsleep();
        bell.passes(Duration.ZERO);

        assertThat(nextOf("A")).isEqualTo("insert");
    }

    @Test
    void whoseApplicationSleepsIsOver() {
        ManualSlumber awake = hasItsAnswerWhileItIsAwake("A");

        awake.fallsAsleep();
        bell.passes(Duration.ZERO);

        assertThat(gatekeeper.unfinished()).isEmpty();
    }

    /** Asleep is no proof: a timer sleeps. */
    @Test
    void anApplicationThatSleepsIsWaitedForAsLongAsOneOfWhichNothingIsSeen() {
        ManualSlumber asleep = new ManualSlumber();
        asleep.fallsAsleep();
        slumber = asleep;
        isNextExecution();

        attribution.started("A");
        attribution.finished("A", Told.SOMETHING);
        bell.passes(SETTLE.minusMillis(1));
        assertThat(gatekeeper.unfinished()).as("before it has settled").containsExactly("A");
        bell.passes(Duration.ofMillis(1));

        assertThat(gatekeeper.unfinished()).isEmpty();
    }

    private void comesToItsEnd(String contender) throws InterruptedException {
        attribution.started(contender);
        sends(LOOKS, () -> attribution.finished(contender, Told.SOMETHING));
        lets(contender);
        assertThat(gatekeeper.situation().over()).isTrue();
    }

    /** Of a contender that is known to do nothing after its answer. */
    private ManualSlumber hasItsAnswerWhileItIsAwake(String contender) {
        attribution.started(contender);
        attribution.finished(contender, Told.SOMETHING);
        bell.passes(SETTLE);
        ManualSlumber awake = new ManualSlumber();
        slumber = awake;
        isNextExecution();
        attribution.started(contender);
        attribution.finished(contender, Told.SOMETHING);
        bell.passes(LONG);
        return awake;
    }

    private void lets(String contender) throws InterruptedException {
        gatekeeper.settle();
        gatekeeper.let(Set.of(contender));
    }

    private void isWellKnown(String contender) {
        script.habits().does(contender, command(LOOKS));
        script.habits().hasRun(contender);
        script.habits().hasRun(contender);
    }

    private void isUsual(String sent) {
        background.saw(command(sent), BsonDocument.parse(sent), 0);
        background.saw(command(sent), BsonDocument.parse(sent), 1);
    }

    private String nextOf(String contender) throws InterruptedException {
        Situation situation = gatekeeper.settle();
        return situation.next(contender).map(Step::command).map(Command::name).orElseThrow();
    }

    private void isNextExecution() {
        isNextExecution(Hesitation.Pauses.NONE);
    }

    private void isNextExecution(Hesitation.Pauses pauses) {
        attribution.end();
        gatekeeper = gatekeeper();
        attribution = attribution(pauses);
    }

    private Gatekeeper gatekeeper() {
        return new Gatekeeper(List.of("A", "B"), WaitProbe.NONE, Patience.DEFAULT, pace, bell);
    }

    private Attribution attribution(Hesitation.Pauses pauses) {
        Halfway halfway = new Halfway(Optional.empty(), () -> {});
        return new Attribution(script, gatekeeper, new UnderWay(), pace, pauses, bell, halfway, slumber);
    }

    private Knock sends(String sent) {
        return sends(sent, () -> {});
    }

    /** @param then what is done when it is answered */
    private Knock sends(String sent, Runnable then) {
        Sent command = new Sent("shop", BsonDocument.parse(sent));
        Knock knock = new Knock(then);
        knock.isTakenAs(attribution.arrived(command, knock));
        return knock;
    }

    private Command command(String sent) {
        return reader.read("shop", BsonDocument.parse(sent));
    }
}
