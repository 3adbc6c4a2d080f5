package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.witness.Candidate.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains what somebody did on the grounds of an old look, and gives it its name. */
final class StaleActs {

    private final StaleReads reads;
    private final Accused accused;

    StaleActs(Scene scene, Accused accused) {
        this.reads = new StaleReads(scene);
        this.accused = accused;
    }

    Stream<Candidate> candidates() {
        return Stream.concat(
                reads.all().flatMap(this::explained), reads.rereads().map(this::readTwice));
    }

    private Stream<Candidate> explained(Stale stale) {
        Added added = new Added(stale);
        if (added.isAbout()) {
            return Stream.of(added(stale, added));
        }
        Overwrite overwrite = new Overwrite(stale);
        if (stale.overwrites().happens() && !stale.act().adds()) {
            Optional<Anomaly> name = overwrite.name();
            if (name.isPresent()) {
                return Stream.of(overwritten(stale, overwrite, name.get()));
            }
        }
        return Stream.concat(skew(stale), Stream.of(actedOnOld(stale)));
    }

    private Candidate added(Stale stale, Added added) {
        Anomaly name = added.name();
        Kind kind = name == Anomaly.PASSED_LIMIT ? Kind.LIMIT : Kind.HARM;
        return candidate(stale, Optional.of(name), added.sentence(), kind, stale.sureness());
    }

    private Candidate overwritten(Stale stale, Overwrite overwrite, Anomaly name) {
        Meeting sureness = both(stale.sureness(), stale.overwrites());
        Kind kind = name == Anomaly.PASSED_LIMIT ? Kind.LIMIT : Kind.HARM;
        return candidate(stale, Optional.of(name), sentence(stale, overwrite, name), kind, sureness);
    }

    private static String sentence(Stale stale, Overwrite overwrite, Anomaly name) {
        String late = stale.late();
        String other = stale.other();
        String what = Phrases.written(stale.act(), overwrite.paths());
        return switch (name) {
            case OVERSELL -> late + " took from " + what + ", which it had checked before " + other + " took from it.";
            case PASSED_LIMIT ->
                late + " added to " + what + ", which it had looked at before " + other + " added to it.";
            case DOUBLE_APPLY ->
                late + " made the change to " + what + " that " + other + " had made, because it had read "
                        + Phrases.collection(stale.act().namespace()) + " before that.";
            default -> late + " wrote " + what + ", which it had read before " + other + "'s write.";
        };
    }

    /** Each wrote what the other had read before: neither order of the two would have let both do so. */
    private Stream<Candidate> skew(Stale stale) {
        String one = stale.late();
        String other = stale.other();
        return reads.othersReads(stale).map(read -> {
            String sentence = one + " wrote " + Phrases.document(stale.act()) + ", which " + other
                    + " had read before, and " + other + " wrote " + Phrases.document(stale.write()) + ", which "
                    + one + " had read before.";
            return Candidate.of(
                    Optional.of(Anomaly.WRITE_SKEW),
                    sentence,
                    List.of(
                            read.deed(),
                            stale.read().deed(),
                            stale.write().deed(),
                            stale.act().deed()),
                    Kind.SKEW,
                    distances(stale),
                    both(stale.sureness(), stale.act().with(read)));
        });
    }

    /** It acted elsewhere. If the other had done the very same, it was done twice. */
    private Candidate actedOnOld(Stale stale) {
        String late = stale.late();
        String because = Phrases.met(stale.read(), stale.write());
        Optional<Touch> twin = reads.twins(stale).findFirst();
        if (twin.isPresent()) {
            List<String> paths = stale.act().edits().stream().map(Edit::path).toList();
            String sentence = late + " made the change to " + Phrases.written(stale.act(), paths) + " that "
                    + stale.other() + " makes, too, because it had read " + because + " before " + stale.other()
                    + "'s write.";
            return candidate(stale, Optional.of(Anomaly.DOUBLE_APPLY), sentence, Kind.HARM, stale.sureness());
        }
        String sentence = "%s %s %s because of %s, which it had read before %s's write."
                .formatted(late, Phrases.did(stale.act()), Phrases.document(stale.act()), because, stale.other());
        return candidate(stale, Optional.of(Anomaly.FUZZY_READ), sentence, Kind.ACTED_ON_OLD, stale.sureness());
    }

    /** A cursor that goes on reads nothing again. */
    private Candidate readTwice(StaleReads.Reread reread) {
        boolean goesOn = reread.second().deed().name().equals("getMore");
        String reader = reread.second().deed().contender();
        String writer = reread.write().deed().contender();
        String met = Phrases.met(reread.first(), reread.write());
        String sentence = goesOn
                ? "%s read %s in several pieces, and %s wrote %s in between."
                        .formatted(reader, Phrases.collection(reread.write().namespace()), writer, met)
                : "%s read %s twice, and %s wrote it in between.".formatted(reader, met, writer);
        return Candidate.of(
                goesOn ? Optional.empty() : Optional.of(Anomaly.FUZZY_READ),
                sentence,
                reread.deeds(),
                Kind.READ_TWICE,
                List.of(accused.distance(reread.write())),
                reread.write().with(reread.first()));
    }

    private Candidate candidate(Stale stale, Optional<Anomaly> name, String sentence, Kind kind, Meeting sureness) {
        return Candidate.of(
                name,
                sentence,
                List.of(stale.read().deed(), stale.write().deed(), stale.act().deed()),
                kind,
                distances(stale),
                sureness);
    }

    private List<Integer> distances(Stale stale) {
        return List.of(accused.distance(stale.act()), accused.distance(stale.write()));
    }

    /** Both must be so. */
    private static Meeting both(Meeting one, Meeting other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
