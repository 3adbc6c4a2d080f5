package dev.photofinish.reports.html;

import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A schedule as a picture: where everything goes, without drawing it. A track a contender, a dot a command, and a line from
 * each to the next, which leaps from track to track where the contenders take turns. x in percent of the width, y in pixels.
 */
record ScheduleChart(List<Track> tracks, List<Dot> dots, List<Line> lines, int axisY, int height) {

    private static final int TRACK = 38;
    private static final int AXIS = 22;
    private static final double LEFT = 8;
    private static final double RIGHT = 97;

    /** One contender's track; {@code y} is its middle. */
    record Track(String contender, int top, int y) {
        int height() {
            return TRACK - 6;
        }
    }

    /**
     * One command.
     *
     * @param number its move's place in the schedule, from 1
     * @param label for whoever points at it
     * @param kind the words that the style knows it by
     */
    record Dot(double x, int y, int number, String label, String kind) {}

    /** From one move to the next. */
    record Line(double x1, int y1, double x2, int y2) {}

    static List<String> contenders(Interleaving interleaving) {
        return Stream.concat(
                        interleaving.lanes().stream().map(Lane::contender),
                        interleaving.turns().stream()
                                .flatMap(turn -> turn.commands().stream())
                                .map(Turn.Command::contender))
                .distinct()
                .toList();
    }

    static ScheduleChart of(Interleaving interleaving) {
        List<String> contenders = contenders(interleaving);
        List<Track> tracks = IntStream.range(0, contenders.size())
                .mapToObj(place -> new Track(contenders.get(place), place * TRACK, place * TRACK + (TRACK - 6) / 2))
                .toList();
        List<Turn> turns = interleaving.turns();
        List<List<Dot>> moves = IntStream.range(0, turns.size())
                .mapToObj(place -> dots(turns.get(place), place, turns.size(), tracks))
                .toList();
        int axisY = contenders.size() * TRACK + 12;
        return new ScheduleChart(
                tracks, moves.stream().flatMap(List::stream).toList(), lines(moves), axisY, axisY - 12 + AXIS);
    }

    private static List<Dot> dots(Turn turn, int place, int moves, List<Track> tracks) {
        double x = moves == 1 ? (LEFT + RIGHT) / 2 : LEFT + 3 + place * (RIGHT - LEFT - 4) / (moves - 1);
        return turn.commands().stream()
                .map(command -> new Dot(
                        Math.round(x * 100) / 100.0,
                        y(command.contender(), tracks),
                        place + 1,
                        command.contender() + ": " + command.text() + ": " + command.answer(),
                        kind(turn, command)))
                .toList();
    }

    private static int y(String contender, List<Track> tracks) {
        return tracks.stream()
                .filter(track -> track.contender().equals(contender))
                .mapToInt(Track::y)
                .findFirst()
                .orElse(0);
    }

    private static String kind(Turn turn, Turn.Command command) {
        List<String> kinds = new ArrayList<>(List.of("dot"));
        if (command.conflicts()) {
            kinds.add("conflicts");
        }
        if (turn.blocked().contains(command.contender())) {
            kinds.add("blocked");
        }
        return String.join(" ", kinds);
    }

    private static List<Line> lines(List<List<Dot>> moves) {
        return IntStream.range(1, moves.size())
                .boxed()
                .flatMap(place -> moves.get(place - 1).stream()
                        .flatMap(from ->
                                moves.get(place).stream().map(to -> new Line(from.x(), from.y(), to.x(), to.y()))))
                .toList();
    }
}
