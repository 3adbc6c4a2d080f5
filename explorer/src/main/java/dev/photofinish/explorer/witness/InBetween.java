package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.explorer.witness.Candidate.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has no name: which answer would have been another, had nobody come in between. */
final class InBetween {

    private final Scene scene;
    private final Accused accused;

    InBetween(Scene scene, Accused accused) {
        this.scene = scene;
        this.accused = accused;
    }

    Stream<Candidate> candidates() {
        return Stream.concat(readInBetween(), answeredOtherwise());
    }

    /** It saw one write of the other and came before the next. */
    private Stream<Candidate> readInBetween() {
        return scene.glances().stream()
                .flatMap(look -> scene.touches().stream()
                        .filter(first -> isOfAnother(first, look.deed())
                                && first.deed().place() < look.deed().place()
                                && first.with(look).happens())
                        .flatMap(first -> scene.touches().stream()
                                .filter(second -> second.deed().by(first.deed())
                                        && second.deed().changes()
                                        && second.deed().place() > look.deed().place())
                                .map(second -> between(look, first, second))));
    }

    private Candidate between(Glance look, Touch first, Touch second) {
        String sentence = "%s of %s came between %s's two writes: %s."
                .formatted(
                        Phrases.command(look.deed()),
                        Phrases.lookedFor(look),
                        first.deed().contender(),
                        saw(first, second));
        return Candidate.of(
                Optional.empty(),
                sentence,
                List.of(first.deed(), look.deed(), second.deed()),
                Kind.READ_IN_BETWEEN,
                List.of(accused.distance(first), accused.distance(second)),
                first.with(look));
    }

    private static String saw(Touch first, Touch second) {
        boolean elsewhere = !first.namespace().equals(second.namespace());
        String one = elsewhere ? Phrases.collection(first.namespace()) : Phrases.document(first);
        String other = elsewhere ? Phrases.collection(second.namespace()) : Phrases.document(second);
        return one.equals(other)
                ? "it saw the first and not yet the second"
                : "it saw that of %s and not yet that of %s".formatted(one, other);
    }

    /** A command that met what another wrote after its own contender had begun. */
    private Stream<Candidate> answeredOtherwise() {
        return scene.touches().stream()
                .filter(write -> write.deed().changes())
                .flatMap(write -> scene.deeds().stream()
                        .filter(later -> !later.by(write.deed())
                                && later.place() > write.deed().place()
                                && hadBegun(later, write.deed()))
                        .flatMap(later -> met(later, write)));
    }

    private boolean hadBegun(Deed later, Deed write) {
        return scene.deeds().stream().anyMatch(deed -> deed.by(later) && deed.place() < write.place());
    }

    private Stream<Candidate> met(Deed later, Touch write) {
        Stream<Meeting> looks = scene.glances().stream()
                .filter(look -> look.deed().equals(later))
                .map(write::with);
        Stream<Meeting> refused = later.answer().effect() == Effect.FAILED
                        && later.step()
                                .command()
                                .conflictsWith(write.deed().step().command())
                ? Stream.of(Meeting.POSSIBLE)
                : Stream.empty();
        Stream<Meeting> acts = scene.touchesOf(later).stream().map(write::with);
        Optional<Meeting> answered = surest(Stream.concat(looks, refused));
        return answered
                .map(sureness -> otherwise(later, write, sureness, "been answered otherwise"))
                .or(() -> surest(acts).map(sureness -> otherwise(later, write, sureness, "met it as it was before")))
                .stream();
    }

    private static Optional<Meeting> surest(Stream<Meeting> meetings) {
        return meetings.filter(Meeting::happens).min(Enum::compareTo);
    }

    /** @param what a change may be answered the same whatever it has met */
    private Candidate otherwise(Deed later, Touch write, Meeting sureness, String what) {
        String sentence = "Had %s of %s not come in between, %s would have %s."
                .formatted(Phrases.command(write.deed()), Phrases.document(write), Phrases.command(later), what);
        return Candidate.of(
                Optional.empty(),
                sentence,
                List.of(write.deed(), later),
                Kind.ANSWERED_OTHERWISE,
                List.of(accused.distance(write)),
                sureness);
    }

    private static boolean isOfAnother(Touch touch, Deed deed) {
        return touch.deed().changes() && !touch.deed().by(deed);
    }
}
