package dev.photofinish.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One interleaving and all rules that it breaks, to be shown once.
 *
 * @param discoveries at least one, in their order
 */
public record Shown(List<Discovery> discoveries) {

    public Shown {
        discoveries = List.copyOf(discoveries);
    }

    /** Each interleaving with what it shows, in the order in which they are first met. */
    public static List<Shown> of(List<Discovery> discoveries) {
        Map<String, List<Discovery>> bySchedule = discoveries.stream()
                .collect(Collectors.groupingBy(
                        found -> found.interleaving().schedule(), LinkedHashMap::new, Collectors.toList()));
        return bySchedule.values().stream().map(Shown::new).toList();
    }

    /** Those that one sentence explains, together: it need be read once only. */
    public List<Shown> byExplanation() {
        Map<List<Optional<String>>, List<Discovery>> bySentence = discoveries.stream()
                .collect(Collectors.groupingBy(
                        found -> List.of(found.anomaly(), found.explanation()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bySentence.values().stream().map(Shown::new).toList();
    }

    public Discovery first() {
        return Objects.requireNonNull(discoveries.getFirst());
    }

    /** With the commands marked that explain any of what it shows. */
    public Interleaving interleaving() {
        Interleaving shown = first().interleaving();
        Set<Place> marked = discoveries.stream()
                .flatMap(found -> Place.conflicting(found.interleaving()).stream())
                .collect(Collectors.toSet());
        return new Interleaving(
                shown.schedule(),
                Place.marked(shown.turns(), marked),
                shown.lanes(),
                shown.evidence(),
                shown.attempts(),
                shown.reproduced(),
                shown.replay());
    }

    /** Whether all of it came back as often. */
    public boolean reproducedAlike() {
        return discoveries.stream()
                        .map(Discovery::interleaving)
                        .map(shown -> shown.reproduced() + " of " + shown.attempts())
                        .distinct()
                        .count()
                == 1;
    }
}
