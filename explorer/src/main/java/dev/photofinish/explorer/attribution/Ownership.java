package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Whose a command is, by who may be sending commands. Neither the connection nor the session tells, since an application shares
 * both between its requests; so:
 *
 * <ul>
 *   <li>a command of an explicit transaction is its who began the transaction;
 *   <li>one that goes on reading a cursor is its who opened that in this execution, and nobody's if nobody did: an application
 *       may watch a change stream all the time;
 *   <li>any other is its who runs: at most one contender does, since all others are held, blocked in the database or finished;
 *   <li>one that was blocked in the application (a lock, an exhausted pool) runs again, beside another, as soon as that one
 *       moves. Then it is worth waiting a little: if the other finishes meanwhile, the command was not its own. Otherwise what
 *       the contenders do in other executions decides, and in the end it is taken for the other's. That is an assumption;
 *   <li>a command that comes while nobody runs is a late one of who settled last, or, later than that, nobody's (a scheduled
 *       job).
 * </ul>
 *
 * <p>Guarded by the {@link Attribution} that uses it, as are the habits, which the contest's executions share one after the
 * other.
 */
final class Ownership {

    private final Habits habits;
    private final Transactions transactions;
    private final Cursors cursors;
    private final Lobby lobby = new Lobby();

    Ownership(Habits habits, Transactions transactions, Cursors cursors) {
        this.habits = habits;
        this.transactions = transactions;
        this.cursors = cursors;
    }

    /** What can be said of a command at once. */
    sealed interface Opinion {

        record Certain(String owner) implements Opinion {}

        /** It was sent late. */
        record Late(String owner) implements Opinion {}

        record Nobodys() implements Opinion {}

        /** Several may have sent it. */
        record Undecided() implements Opinion {}
    }

    Opinion of(Command command, BsonDocument sent, long now) {
        if (cursors.isReadByAStranger(sent)) {
            return new Opinion.Nobodys();
        }
        List<String> running = lobby.running();
        Optional<String> owner = transactions
                .owner(command, sent)
                .or(() -> cursors.opener(sent))
                .or(() -> running.size() == 1 ? Optional.of(running.getFirst()) : Optional.empty());
        if (owner.isPresent()) {
            habits.learn(lobby.next(owner.get()), command.shape());
            return new Opinion.Certain(owner.get());
        }
        if (!running.isEmpty()) {
            return new Opinion.Undecided();
        }
        return lobby.latecomer(now).<Opinion>map(Opinion.Late::new).orElseGet(Opinion.Nobodys::new);
    }

    /** Whose an undecided command most probably is: of those who run, as long as there are several. */
    String guess(Command command) {
        List<String> running = lobby.running();
        return habits.probableOwner(running.stream().map(lobby::next).toList(), command.shape())
                .orElseGet(running::getLast);
    }

    void takes(String contender, Command command, BsonDocument sent) {
        lobby.steps(contender);
        transactions.sends(contender, command, sent);
    }

    void runs(String contender) {
        lobby.enters(contender);
    }

    void runsNot(String contender, long now) {
        lobby.leaves(contender, now);
    }

    List<String> running() {
        return lobby.running();
    }

    boolean nobodyHasStepped() {
        return lobby.nobodyHasStepped();
    }
}
