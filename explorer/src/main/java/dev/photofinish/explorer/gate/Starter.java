package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what is to be done next: who is let go, whose reply is delivered, at whom somebody has to look. Guarded by the gatekeeper's
 * lock.
 */
final class Starter {

    private final Field field;
    private final List<Passage> dropped = new ArrayList<>();
    private Helm helm = Helm.left();
    private boolean expired;
    private Situation situation = new Situation(Map.of());

    Starter(Field field) {
        this.field = field;
    }

    /** Whoever is let go from now on is let go by this one. */
    void follows(Helm steered) {
        helm = steered;
    }

    /** These came from a contender of whom nothing can be said any more. */
    void drops(List<Passage> passages) {
        dropped.addAll(passages);
    }

    /** What is still to be dropped, for once. */
    List<Passage> toDrop() {
        List<Passage> all = List.copyOf(dropped);
        dropped.clear();
        return all;
    }

    /** Where everybody stood when they had last settled. */
    Situation situation() {
        return situation;
    }

    /** Whether the time was over before everybody was at its end. */
    boolean hasExpired() {
        return expired;
    }

    /** Whether nobody could go on, without being at its end, when they had last settled. */
    boolean isStuck() {
        return !situation.over()
                && situation.enabled().isEmpty()
                && situation.lost().isEmpty();
    }

    /** Whether who goes next is all there is to say, so that any thread may let them. */
    boolean mayLetGo() {
        return dropped.isEmpty() && field.timeLeft().isPositive() && field.isAtItsSteps();
    }

    /** Whether the scheduler's thread may have something to do. */
    boolean isNeeded() {
        return !dropped.isEmpty() || field.mayHaveSettled();
    }

    /** Everybody has settled: those go on of whom the helm says so. */
    List<Passage> next() {
        return helm.next(() -> situation = field.rest(), this::letGo);
    }

    private List<Passage> letGo(Set<String> names) {
        stirEverybody();
        Place.Reply reply = names.size() == 1 ? Place.Reply.GOES_ON : Place.Reply.IS_KEPT;
        return names.stream().map(name -> letGo(name, reply)).toList();
    }

    /** Whoever was blocked may move now. */
    private void stirEverybody() {
        field.stir();
        field.unblock(Standing.Where.DATABASE);
        field.unblock(Standing.Where.APPLICATION);
    }

    private Passage letGo(String name, Place.Reply reply) {
        Contender one = field.contender(name);
        Passage passage = one.letGo(reply);
        one.inDatabase().ifPresent(field.fairness()::letGo);
        return passage;
    }

    /** What the scheduler's thread has to do now; nothing while it is at {@linkplain #leisure leisure}. */
    Optional<Deed> due() {
        if (!dropped.isEmpty()) {
            return Optional.of(new Deed.Pass(dropped.removeFirst()::drop));
        }
        if (helm.isLeft()) {
            return Optional.of(new Deed.Rest(situation));
        }
        if (!field.timeLeft().isPositive()) {
            expired = true;
            drops(field.expire());
        }
        if (!dropped.isEmpty()) {
            return due();
        }
        List<Contender> movers = field.movers();
        if (movers.isEmpty()) {
            return Optional.of(field.deliver()
                    .<Deed>map(reply -> new Deed.Pass(reply::proceed))
                    .orElseGet(this::settled));
        }
        return movers.stream()
                .filter(mover -> !field.leisure(mover).isPositive())
                .findFirst()
                .map(field::look);
    }

    /** For how long nothing need be done if nothing happens. */
    Duration leisure() {
        return Stream.concat(field.movers().stream().map(field::leisure), Stream.of(field.timeLeft()))
                .min(Comparator.naturalOrder())
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** That nobody can go on, and somebody is blocked, is said only after a second look at all of them. */
    private Deed settled() {
        if (stuck(field.rest()) && helm.doubts()) {
            stirEverybody();
            return new Deed.Pass(Starter::nothing);
        }
        List<Passage> going = next();
        return new Deed.Pass(() -> going.forEach(Passage::proceed));
    }

    private static boolean stuck(Situation situation) {
        return situation.enabled().isEmpty()
                && situation.standings().values().stream().anyMatch(Standing.Blocked.class::isInstance);
    }

    private static void nothing() {}
}
