package dev.photofinish.reports.html;

import dev.photofinish.reports.Exchange;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.html.Axis.Tick;
import dev.photofinish.reports.wording.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The photo of one round: where everything goes, without drawing it. A track a contender, a row a request, time to the
 * right; x in percent of the width, y in pixels.
 *
 * <pre>
 *  A sales-a  allocate-stock  200 accepted        label
 *  ░░░░░░░░░░░░░░░░░░░░░░░░▓▓▓(1)                 waiting, receiving, the place in which it finished
 *  |        |        |        |                   ticks
 * </pre>
 *
 * @param start where the race was let go: the first release of the contenders' last requests
 * @param finish where the first of those had its whole answer
 */
record TimeLine(List<Track> tracks, List<Tick> ticks, double start, OptionalDouble finish, int axisTop, int height) {

    static final int ROW = 50;
    private static final int LABEL = 18;
    private static final int BAR = 26;
    private static final int PADDING = 4;
    private static final int GAP = 8;
    private static final int AXIS = 26;
    private static final int ANSWER = 120;

    /** One contender's background and requests. */
    record Track(String contender, String user, int top, int height, List<Bar> bars) {}

    /**
     * One request.
     *
     * @param answer as much of it as a picture may need
     * @param firstByte where its answer began; at {@code end} where none did
     * @param end where the answer was complete; the right edge if it never was
     * @param place in which order the contenders' last requests finished, counted from 1
     */
    record Bar(
            Exchange exchange,
            String answer,
            int labelY,
            int top,
            double start,
            double firstByte,
            double end,
            OptionalInt place) {

        boolean answered() {
            return exchange.lastByteMicros().isPresent();
        }

        double waiting() {
            return rounded(firstByte - start);
        }

        double receiving() {
            return rounded(end - firstByte);
        }
    }

    /** Places what happened in the lanes; lanes without a request are left out. */
    static TimeLine of(List<Lane> lanes) {
        List<Lane> running =
                lanes.stream().filter(lane -> !lane.exchanges().isEmpty()).toList();
        Axis axis = axis(running);
        List<Exchange> finishers = finishers(running);
        List<Track> tracks = new ArrayList<>();
        int top = 0;
        for (Lane lane : running) {
            Track track = track(lane, top, axis, finishers);
            tracks.add(track);
            top += track.height() + GAP;
        }
        long start = running.stream()
                .mapToLong(lane -> lane.exchanges().getLast().releasedMicros())
                .min()
                .orElse(0);
        OptionalDouble finish = finishers.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        axis.at(finishers.getFirst().lastByteMicros().orElseThrow()));
        return new TimeLine(
                tracks, axis.ticks(micros -> Figures.instant((long) micros)), axis.at(start), finish, top, top + AXIS);
    }

    private static Track track(Lane lane, int top, Axis axis, List<Exchange> finishers) {
        List<Bar> bars = new ArrayList<>();
        int y = top + PADDING;
        for (Exchange exchange : lane.exchanges()) {
            int place = finishers.indexOf(exchange) + 1;
            double end = exchange.lastByteMicros().isPresent()
                    ? axis.at(exchange.lastByteMicros().getAsLong())
                    : 100;
            double firstByte = exchange.firstByteMicros().isPresent()
                    ? axis.at(exchange.firstByteMicros().getAsLong())
                    : end;
            bars.add(new Bar(
                    exchange,
                    shortened(exchange.answer()),
                    y + LABEL,
                    y + BAR,
                    axis.at(exchange.releasedMicros()),
                    firstByte,
                    end,
                    place == 0 ? OptionalInt.empty() : OptionalInt.of(place)));
            y += ROW;
        }
        return new Track(lane.contender(), lane.user(), top, y + PADDING - top, bars);
    }

    /** The answered last requests of the lanes, first to finish first. */
    private static List<Exchange> finishers(List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> lane.exchanges().getLast())
                .filter(exchange -> exchange.lastByteMicros().isPresent())
                .sorted(Comparator.comparingLong(
                        exchange -> exchange.lastByteMicros().getAsLong()))
                .toList();
    }

    /** From the first release to the last byte that came; a request without an answer does not stretch it. */
    private static Axis axis(List<Lane> lanes) {
        DoubleSummaryStatistics times = lanes.stream()
                .flatMap(lane -> lane.exchanges().stream())
                .flatMapToLong(TimeLine::times)
                .asDoubleStream()
                .summaryStatistics();
        double min = Math.min(0, times.getMin());
        double max = Math.max(min + 1, times.getMax());
        return new Axis(min, max, 1.5, 94);
    }

    private static LongStream times(Exchange exchange) {
        return Stream.of(
                        LongStream.of(exchange.releasedMicros()),
                        exchange.firstByteMicros().stream(),
                        exchange.lastByteMicros().stream())
                .flatMapToLong(time -> time);
    }

    private static String shortened(String answer) {
        int length = answer.codePointCount(0, answer.length());
        return length <= ANSWER ? answer : answer.substring(0, answer.offsetByCodePoints(0, ANSWER - 1)) + "…";
    }

    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
