package dev.photofinish.properties.arena;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.driver.ContestBuilder;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;

/** The reference server's services over the embedded database, through a driver gate: calls compete by a given schedule. */
public final class Arena implements AutoCloseable {

    private static final List<String> NAMES = List.of("A", "B", "C", "D");

    private final RunningDatabase database = Databases.start(new DatabaseChoice.Start(Engine.EMBEDDED));
    private final DriverGate gate = new DriverGate(DriverSettings.DEFAULT);
    private final MongoClient client;
    private final Store right;
    private final Store racy;

    private Arena() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(gate.listener())
                .build());
        right = Store.over(client, "right");
        racy = Store.over(client, "racy");
    }

    public static Arena open() {
        return new Arena();
    }

    /** For services; what they do outside of {@link #play} is not held. Wrong ones have a database of their own. */
    public Store store(Hazards hazards) {
        return hazards.on().isEmpty() ? right : racy;
    }

    /** One defect, without any pause that it would not have by itself. */
    public static Hazards only(Hazard hazard) {
        return new Hazards(Set.of(hazard), Duration.ZERO);
    }

    /** Two to four of these against each other. */
    public static <C> Arbitrary<List<C>> contests(Arbitrary<C> calls) {
        return calls.list().ofMinSize(2).ofMaxSize(4);
    }

    /** The user behind a contender's call. */
    public static Caller caller(int contender) {
        return new Caller("user-" + NAMES.get(contender), NAMES.get(contender), Role.ADMIN);
    }

    /** How a call is carried out. */
    @FunctionalInterface
    public interface Deed<C> {

        /** @return what its user is told */
        Object done(C call, Caller by) throws Exception;
    }

    /**
     * Plays two to four calls against each other, each by a user of its own.
     *
     * @param choices before each step: 0 goes on with whoever moved last, other numbers pick another; zeros for ever after the
     *     last, so that no choice at all is one call after the other
     */
    public <C> Played play(List<C> calls, Deed<? super C> deed, List<Integer> choices) throws InterruptedException {
        ContestBuilder contest = gate.contest();
        for (int contender = 0; contender < calls.size(); contender++) {
            C call = calls.get(contender);
            Caller by = caller(contender);
            contest.contender(NAMES.get(contender), () -> deed.done(call, by));
        }
        return play(contest.result(outcomes -> List.copyOf(outcomes.values())), choices);
    }

    private static Played play(Contest<List<Outcome>> contest, List<Integer> choices) throws InterruptedException {
        try (Execution<List<Outcome>> execution = contest.begin(contest.contenders())) {
            List<String> turns = new ArrayList<>();
            while (!execution.situation().over()) {
                int choice = turns.size() < choices.size() ? choices.get(turns.size()) : 0;
                String next = next(execution.situation(), turns, choice);
                execution.let(Set.of(next));
                turns.add(next);
            }
            return new Played(execution.result(), new Schedule(turns));
        } catch (CannotBegin e) {
            throw new IllegalStateException(e);
        }
    }

    private static String next(Situation situation, List<String> turns, int choice) {
        List<String> enabled = situation.enabled();
        if (enabled.isEmpty()) {
            throw new IllegalStateException("Nobody can go on: " + situation);
        }
        String goesOn = turns.isEmpty() || !enabled.contains(turns.getLast()) ? enabled.getFirst() : turns.getLast();
        List<String> others =
                enabled.stream().filter(name -> !name.equals(goesOn)).toList();
        return choice == 0 || others.isEmpty() ? goesOn : others.get((choice - 1) % others.size());
    }

    @Override
    public void close() {
        client.close();
        database.close();
    }
}
