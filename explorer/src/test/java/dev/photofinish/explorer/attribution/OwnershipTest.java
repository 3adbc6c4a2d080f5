package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.attribution.Ownership.Opinion;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final String READ = "{find: 'stock', filter: {_id: 1}}";
    private static final String WRITE = "{update: 'stock', updates: [{q: {_id: 1}, u: {$set: {quantity: 20}}}]}";
    private static final String IN_A_TRANSACTION =
            "{find: 'stock', lsid: {id: 7}, txnNumber: {$numberLong: '1'}, autocommit: false}";
    private static final String JOBS = "{find: 'jobs', filter: {done: false}}";
    private static final String TAKES_A_JOB = "{update: 'jobs', updates: [{q: {_id: 1}, u: {$set: {done: true}}}]}";
    private static final long LATER = Duration.ofSeconds(1).toNanos();
    private static final String BEGINS =
            "{find: 'stock', lsid: {id: 7}, txnNumber: {$numberLong: '1'}, autocommit: false, startTransaction: true}";

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Habits habits = new Habits();
    private final Cursors cursors = new Cursors();
    private final Background background = new Background();
    private final Sequels sequels = new Sequels(Duration.ofSeconds(2));
    private final Transactions transactions = new Transactions();
    private final Endings endings = new Endings(sequels, habits, transactions);
    private final Pace pace = new Pace();
    private final Set<String> gathering = new HashSet<>();
    private final Ownership ownership = ownership();

    @Test
    void whoRunsOwnsTheNextCommand() {
        ownership.runs("A");

        assertThat(opinion(READ, 0)).isEqualTo(new Opinion.Certain("A"));
    }

    @Test
    void aTransactionIsItsWhoBeganItWhoeverRuns() {
        ownership.runs("A");
        takes("A", BEGINS);
        ownership.runsNot("A", 0);
        ownership.runs("B");

        assertThat(opinion(IN_A_TRANSACTION, 0)).isEqualTo(new Opinion.Certain("A"));
    }

    @Test
    void aCursorIsReadByWhoOpenedItWhoeverRuns() {
        cursors.answered("A", BsonDocument.parse("{ok: 1, cursor: {id: {$numberLong: '5'}, firstBatch: []}}"));
        ownership.runs("B");

        assertThat(opinion("{getMore: {$numberLong: '5'}, collection: 'stock'}", 0))
                .isEqualTo(new Opinion.Certain("A"));
    }

    @Test
    void aCursorThatNoContenderOpenedIsReadByNoneOfThem() {
        ownership.runs("A");

        assertThat(opinion("{getMore: {$numberLong: '5'}, collection: 'stock'}", 0))
                .isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void whatComesJustAfterAContenderHasSettledIsItsOwn() {
        ownership.runs("A");
        ownership.runsNot("A", 0);

        assertThat(opinion(READ, Duration.ofMillis(10).toNanos())).isEqualTo(new Opinion.Late("A"));
    }

    @Test
    void whatComesMuchLaterIsNobodysWhereItIsKnownWhatTheContenderDoes() {
        hasRunTwice("A");
        ownership.runs("A");
        ownership.runsNot("A", 0);

        assertThat(opinion(READ, LATER)).isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void ofWhoIsHeldForTheFirstTimeItMayBeASecondCommandSentAtOnce() {
        ownership.runs("A");
        takes("A", READ);
        ownership.runsNot("A", 0);

        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.ToBeProven("A"));
        assertThat(opinion(READ, LATER)).as("it has sent that").isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void whoMayNotHaveSentAllThatItSendsAtOnceSendsWhatComesWhileNobodyRuns() {
        hasRunTwice("A");
        ownership.runs("A");
        takes("A", READ);
        ownership.runsNot("A", 0);
        gathering.add("A");

        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.Late("A"));
    }

    @Test
    void ofTwoWhoRunTheOneWhoDoesSuchThingsAtThatPointHasProbablySentIt() {
        ownership.runs("A");
        takes("A", READ);
        takes("A", WRITE);
        ownership.runsNot("A", 0);
        Ownership next = ownership();
        next.runs("B");
        next.runs("A");
        next.takes("A", command(READ), BsonDocument.parse(READ));

        assertThat(next.of(command(WRITE), BsonDocument.parse(WRITE), 0)).isEqualTo(new Opinion.Undecided());
        assertThat(guess(next, WRITE)).isEqualTo("A");
        assertThat(guess(next, READ)).isEqualTo("B");
    }

    @Test
    void ofTwoOfWhomNothingIsKnownTheOneWhoMovedLastHasSentIt() {
        ownership.runs("B");
        ownership.runs("A");

        assertThat(guess(ownership, WRITE)).isEqualTo("A");
    }

    /** A lock around a part of a request: who is blocked has it all before itself, and may begin as the other goes on. */
    @Test
    void whoHasDoneNothingYetIsNotPreferredToWhoDoesSuchThingsAtThatPoint() {
        for (String contender : List.of("A", "B")) {
            Ownership alone = ownership();
            alone.runs(contender);
            alone.of(command(READ), BsonDocument.parse(READ), 0);
            alone.takes(contender, command(READ), BsonDocument.parse(READ));
            alone.of(command(READ), BsonDocument.parse(READ), 0);
        }
        Ownership both = ownership();
        both.runs("B");
        both.runs("A");
        both.takes("A", command(READ), BsonDocument.parse(READ));

        assertThat(guess(both, READ)).isEqualTo("A");
    }

    @Test
    void ofTwoWhoDoSuchThingsAtThatPointTheOneWhoUsedTheSessionHasProbablySentIt() {
        ownership.runs("A");
        ownership.runs("B");
        ownership.takes("A", command(READ), inSession(READ, 1));
        ownership.takes("B", command(READ), inSession(READ, 2));

        assertThat(ownership.guess(command(WRITE), inSession(WRITE, 1))).isEqualTo("A");
        assertThat(ownership.guess(command(WRITE), inSession(WRITE, 2))).isEqualTo("B");
        assertThat(ownership.guess(command(WRITE), inSession(WRITE, 3)))
                .as("who moved last")
                .isEqualTo("B");
    }

    private String guess(Ownership among, String sent) {
        return among.guess(command(sent), BsonDocument.parse(sent));
    }

    private static BsonDocument inSession(String sent, int session) {
        return BsonDocument.parse(sent).append("lsid", BsonDocument.parse("{id: %d}".formatted(session)));
    }

    @Test
    void whatTheApplicationDoesWhenNobodyAsksIsNobodysWhileNobodyOrSeveralRun() {
        isUsual(JOBS);

        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.Nobodys());
        ownership.runs("A");
        ownership.runs("B");
        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void whoRunsMayHaveSentSuchAThingTooWhereItMakesADifference() {
        isUsual(JOBS);
        ownership.runs("A");
        assertThat(opinion(JOBS, 0)).as("nobody writes there").isEqualTo(new Opinion.Nobodys());

        habits.does("B", command(TAKES_A_JOB));
        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.ToBeProven("A"));
    }

    @Test
    void untilItHasGoneOnWithoutItOftenEnough() {
        isUsual(JOBS);
        habits.does("B", command(TAKES_A_JOB));
        ownership.runs("A");
        for (int time = 0; time < 3; time++) {
            habits.goesOnWithout("A", command(JOBS).shape());
        }

        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void whatAWellKnownContenderNeverDidHasToBeProven() {
        hasRunTwice("A");
        ownership.runs("A");

        assertThat(opinion(READ, 0)).isEqualTo(new Opinion.Certain("A"));
        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.ToBeProven("A"));
    }

    @Test
    void afterItsAnswerWhatWasNeverSeenIsItsOwnUnlessItIsUsual() {
        isUsual(JOBS);
        hasRunTwice("A");
        ownership.runs("A");
        endings.begins("A");
        endings.visit("A").isAnswered(Told.SOMETHING, 0);

        assertThat(opinion(WRITE, 0)).isEqualTo(new Opinion.Certain("A"));
        assertThat(opinion(JOBS, 0)).isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void whatComesMuchLaterIsItsWhoAloneIsOverAndDoesSuchThings() {
        comesToItsEnd("A", WRITE);

        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.Late("A"));
    }

    @Test
    void ofSeveralWhoAreOverItCannotBeSaidWhoseItIs() {
        comesToItsEnd("A", WRITE);
        comesToItsEnd("B", WRITE);

        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.Anybodys(List.of("A", "B")));
    }

    @Test
    void whatOnlyThoseWriteWhoAreHeldIsLeftOverFromAnEarlierExecution() {
        ownership.runs("A");
        takes("A", WRITE);
        ownership.runsNot("A", 0);

        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.LeftOver());
    }

    @Test
    void whatTheOneWhoRunsDoesNotWaitForIsItsWhoHasItStillToSend() {
        habits.does("A", command(WRITE));
        comesToItsEnd("A", READ);
        ownership.runs("B");

        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(WRITE))).isEqualTo(new Opinion.Late("A"));
        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(JOBS))).isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void itsOwnIfContendersDoSuchThingsAsARuleAndNobodyHasItStillToSend() {
        hasRunTwice("B");
        comesToItsEnd("A", WRITE);
        ownership.runs("B");

        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(WRITE))).isEqualTo(new Opinion.Nobodys());
        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.ToBeProven("B"));

        ownership.runsNot("B", 0);
        comesToItsEnd("A", WRITE);
        ownership.runs("B");

        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(WRITE))).isEqualTo(new Opinion.Certain("B"));
        assertThat(opinion(WRITE, LATER)).isEqualTo(new Opinion.Certain("B"));
    }

    /** Who is refused as often as it is run, and then comes first, does what it never did before. */
    @Test
    void itsOwnToWriteWhenNobodyHasComeToSuchAnAnswerBefore() {
        comesToItsEnd("B", READ);
        endings.begins("B");
        ownership.runs("B");

        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(WRITE), new Told("200")))
                .isEqualTo(new Opinion.Certain("B"));
        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(JOBS), new Told("200")))
                .isEqualTo(new Opinion.Nobodys());
    }

    @Test
    void nobodysWhenItIsAnsweredAsEver() {
        comesToItsEnd("B", READ);
        endings.begins("B");
        ownership.runs("B");
        takes("B", READ);

        assertThat(ownership.ofWhatIsNotWaitedFor("B", command(WRITE), Told.SOMETHING))
                .isEqualTo(new Opinion.Nobodys());
    }

    private Ownership ownership() {
        return new Ownership(habits, transactions, cursors, background, endings, pace, () -> gathering);
    }

    private void comesToItsEnd(String contender, String sent) {
        endings.begins(contender);
        ownership.runs(contender);
        takes(contender, sent);
        endings.visit(contender).isAnswered(Told.SOMETHING, 0);
        endings.ends(contender);
        ownership.runsNot(contender, 0);
    }

    private void hasRunTwice(String contender) {
        habits.does(contender, command(READ));
        habits.hasRun(contender);
        habits.hasRun(contender);
    }

    private void isUsual(String sent) {
        background.saw(command(sent), BsonDocument.parse(sent), 0);
        background.saw(command(sent), BsonDocument.parse(sent), 1);
    }

    private Opinion opinion(String sent, long now) {
        return ownership.of(command(sent), BsonDocument.parse(sent), now);
    }

    private void takes(String contender, String sent) {
        assertThat(opinion(sent, 0)).isEqualTo(new Opinion.Certain(contender));
        ownership.takes(contender, command(sent), BsonDocument.parse(sent));
        endings.visit(contender).sends(command(sent).shape(), 0);
    }

    private Command command(String sent) {
        return reader.read("shop", BsonDocument.parse(sent));
    }
}
