package dev.photofinish.reports;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a command stands in an interleaving: which turn, and whose. */
record Place(int turn, String contender) {

    static Set<Place> conflicting(Interleaving interleaving) {
        List<Turn> turns = interleaving.turns();
        return IntStream.range(0, turns.size())
                .boxed()
                .flatMap(turn -> turns.get(turn).commands().stream()
                        .filter(Turn.Command::conflicts)
                        .map(command -> new Place(turn, command.contender())))
                .collect(Collectors.toSet());
    }

    static List<Turn> marked(List<Turn> turns, Set<Place> places) {
        return IntStream.range(0, turns.size())
                .mapToObj(turn -> new Turn(
                        turns.get(turn).commands().stream()
                                .map(command -> new Turn.Command(
                                        command.contender(),
                                        command.text(),
                                        command.answer(),
                                        places.contains(new Place(turn, command.contender()))))
                                .toList(),
                        turns.get(turn).blocked()))
                .toList();
    }
}
