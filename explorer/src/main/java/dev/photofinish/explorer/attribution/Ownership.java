package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.step.Command;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;

/**
 * Whose a command is, by who may be sending commands. Neither the connection nor the session proves it, since an application shares
 * both between its requests; so:
 *
 * <ul>
 *   <li>a command of an explicit transaction is its who began the transaction;
 *   <li>one that goes on reading a cursor is its who opened that in this execution, and nobody's if nobody did: an application
 *       may watch a change stream all the time;
 *   <li>any other is its who runs: at most one contender does, since all others are held, blocked in the database or finished;
 *   <li>one that was blocked in the application (a lock, an exhausted pool) runs again, beside another, as soon as that one
 *       moves. Then it is worth waiting a little: if the other finishes meanwhile, the command was not its own. Otherwise what
 *       the contenders do in other executions decides, then the session, and in the end it is taken for the other's. That is an
 *       assumption, which is refuted by whoever is answered while something is held that it is taken to wait for;
 *   <li>what the application does when nobody asks is nobody's, and so may be what a contender never did before: if it goes
 *       on without that, it is nobody's unless contenders do such things and none of the others has it still to send: who does not
 *       wait for what it sends goes on, too;
 *   <li>a command that comes while nobody runs is a late one of who settled just before or of who alone is over and does such
 *       things; of several such it cannot be said whose it is; and what only those do who cannot have sent it is left over from
 *       an earlier execution. All else is nobody's.
 * </ul>
 *
 * <p>Guarded by the {@link Attribution} that uses it, as are the habits, which the contest's executions share one after the
 * other.
 */
final class Ownership {

    private final Habits habits;
    private final Transactions transactions;
    private final Cursors cursors;
    private final Background background;
    private final Endings endings;
    private final Pace pace;
    private final Supplier<Set<String>> gathering;
    private final Lobby lobby = new Lobby();
    private final Sessions sessions = new Sessions();
    private final Set<String> onceBlocked = new HashSet<>();
    private boolean onTrust;

    /** @param gathering those of whom something is held, and who may not have sent everything yet that they send at once */
    Ownership(
            Habits habits,
            Transactions transactions,
            Cursors cursors,
            Background background,
            Endings endings,
            Pace pace,
            Supplier<Set<String>> gathering) {
        this.habits = habits;
        this.transactions = transactions;
        this.cursors = cursors;
        this.background = background;
        this.endings = endings;
        this.pace = pace;
        this.gathering = gathering;
    }

    /** What can be said of a command at once. */
    sealed interface Opinion {

        record Certain(String owner) implements Opinion {}

        /** It was sent late. */
        record Late(String owner) implements Opinion {}

        record Nobodys() implements Opinion {}

        /** Either it is the contender's, which then does nothing before it is let through, or it is nobody's. */
        record ToBeProven(String contender) implements Opinion {}

        /** Each of several may have sent it, and nothing tells which. */
        record Anybodys(List<String> contenders) implements Opinion {}

        /** It has been sent in an earlier execution, too late for it. */
        record LeftOver() implements Opinion {}

        /** Several may have sent it. */
        record Undecided() implements Opinion {}
    }

    Opinion of(Command command, BsonDocument sent, long now) {
        if (cursors.isReadByAStranger(sent)) {
            return new Opinion.Nobodys();
        }
        Optional<String> owner = transactions.owner(command, sent).or(() -> cursors.opener(sent));
        if (owner.isPresent()) {
            return certainly(owner.get(), command);
        }
        List<String> running = lobby.running();
        boolean usual = background.has(command, sent);
        if (usual && habits.places().areApartFrom(command)) {
            // even if one of them does so, too, it makes no difference to anybody when
            return new Opinion.Nobodys();
        }
        if (running.size() == 1) {
            return ofTheOnlyOne(running.getFirst(), command, usual);
        }
        if (usual) {
            return new Opinion.Nobodys();
        }
        return running.isEmpty() ? whileNobodyRuns(command, now) : new Opinion.Undecided();
    }

    private Opinion ofTheOnlyOne(String runner, Command command, boolean usual) {
        String shape = command.shape();
        boolean mayBeNobodys =
                usual || (habits.isNewOf(runner, shape) && !onceBlocked.contains(runner) && !sendsSeveral(runner));
        if (!mayBeNobodys) {
            return certainly(runner, command);
        }
        if (endings.hasItsAnswer(runner)) {
            return usual ? new Opinion.Nobodys() : certainly(runner, command);
        }
        if (usual && habits.alwaysGoesOnWithout(runner, shape)) {
            return new Opinion.Nobodys();
        }
        // who is second for the first time does what only the other had to do until then
        boolean isARule = !usual
                && habits.isARule(shape)
                && othersWhoMayStillSend(runner, shape).isEmpty();
        return isARule ? certainly(runner, command) : new Opinion.ToBeProven(runner);
    }

    private List<String> othersWhoMayStillSend(String contender, String shape) {
        return able(shape).stream()
                .filter(other -> !other.equals(contender) && endings.mayStillSend(other, shape))
                .toList();
    }

    private Opinion certainly(String owner, Command command) {
        habits.learn(lobby.next(owner), command.shape());
        return new Opinion.Certain(owner);
    }

    private Opinion whileNobodyRuns(Command command, long now) {
        String shape = command.shape();
        Set<String> gathers = gathering.get();
        if (gathers.size() == 1) {
            return new Opinion.Late(gathers.iterator().next());
        }
        Optional<String> latecomer = lobby.latecomer(now).filter(last -> !habits.isNewOf(last, shape));
        if (latecomer.isPresent()) {
            return new Opinion.Late(latecomer.get());
        }
        List<String> able = able(shape);
        if (able.size() == 1) {
            return new Opinion.Late(able.getFirst());
        }
        if (able.size() > 1) {
            return new Opinion.Anybodys(able);
        }
        List<String> untried = untried(shape);
        if (untried.size() == 1) {
            return new Opinion.ToBeProven(untried.getFirst());
        }
        return habits.isSomebodys(shape) && !command.onlyReads() ? new Opinion.LeftOver() : new Opinion.Nobodys();
    }

    /** Whose a command is with which the one who runs did not wait before it sent another. */
    Opinion ofWhatIsNotWaitedFor(String suspect, Command command) {
        return ofWhatIsNotWaitedFor(suspect, command, habits.isARule(command.shape()));
    }

    /** The same, where it has its answer. What it writes may be new because nobody has come to such an answer before. */
    Opinion ofWhatIsNotWaitedFor(String suspect, Command command, Told told) {
        boolean unheardOf = !command.onlyReads() && endings.isNewWay(suspect, told);
        return ofWhatIsNotWaitedFor(suspect, command, unheardOf || habits.isARule(command.shape()));
    }

    /**
     * Somebody who has it still to send is more probable than the suspect. Else it is the suspect's, if contenders do such things: an
     * application need not wait for what it sends.
     */
    private Opinion ofWhatIsNotWaitedFor(String suspect, Command command, boolean contendersDoSo) {
        List<String> others = othersWhoMayStillSend(suspect, command.shape());
        return switch (others.size()) {
            case 0 -> contendersDoSo ? certainly(suspect, command) : new Opinion.Nobodys();
            case 1 -> new Opinion.Late(others.getFirst());
            default -> new Opinion.Anybodys(others);
        };
    }

    /** Those who do such things, and may do something though they do not run. */
    private List<String> able(String shape) {
        return lobby.everybody().stream()
                .filter(contender -> habits.knows(contender, shape))
                .filter(contender -> endings.isOver(contender) || sendsSeveral(contender))
                .toList();
    }

    /** Those who are held, of whom too little is known to say that they do not send such a thing beside what they are held before. */
    private List<String> untried(String shape) {
        return lobby.everybody().stream()
                .filter(contender -> !habits.isWellKnown(contender) && !endings.isOver(contender))
                .filter(contender -> !endings.visit(contender).hasSent(shape))
                .toList();
    }

    private boolean sendsSeveral(String contender) {
        return pace.parallel().contains(contender);
    }

    /**
     * Whose an undecided command most probably is: of those who run, as long as there are several. Where what they do as a rule tells
     * nothing, it is theirs who used its session last, or who moved last: who was blocked has to be woken first. Where that was
     * refuted, who was blocked is the quicker one.
     */
    String guess(Command command, BsonDocument sent) {
        List<String> running = lobby.running();
        Optional<String> known =
                habits.probableOwner(running.stream().map(lobby::next).toList(), command.shape());
        onTrust |= known.isEmpty();
        return known.orElseGet(() -> habits.whoIsWokenIsFirst()
                ? running.getFirst()
                : sessions.lastUser(sent).filter(running::contains).orElseGet(running::getLast));
    }

    /** Something was taken for the wrong one's: what has been guessed is guessed the other way from now on. */
    void isRefuted() {
        if (onTrust) {
            habits.areTheOtherWayRound();
        }
    }

    void takes(String contender, Command command, BsonDocument sent) {
        lobby.steps(contender);
        transactions.sends(contender, command, sent);
        sessions.isUsed(sent, contender);
        habits.does(contender, command);
    }

    void runs(String contender) {
        lobby.enters(contender);
    }

    void runsNot(String contender, long now) {
        lobby.leaves(contender, now);
    }

    /** It was seen to be blocked in the application: how long it stands still says nothing about it. */
    void isBlocked(String contender) {
        onceBlocked.add(contender);
    }

    /** All who have ever run. */
    List<String> everybody() {
        return lobby.everybody();
    }

    List<String> running() {
        return lobby.running();
    }

    boolean nobodyHasStepped() {
        return lobby.nobodyHasStepped();
    }
}
