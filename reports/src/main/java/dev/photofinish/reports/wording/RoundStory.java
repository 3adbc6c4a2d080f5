package dev.photofinish.reports.wording;

import dev.photofinish.reports.Exchange;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened in one round, in words: what everyone was told, and who crossed the line first. */
public final class RoundStory {

    private final List<Lane> lanes;

    public RoundStory(Witness witness) {
        this.lanes = witness.lanes().stream()
                .filter(lane -> !lane.exchanges().isEmpty())
                .toList();
    }

    /** What each contender was told in the end: {@code A and B were both accepted.} */
    public String told() {
        List<String> told = Stream.of(Outcome.values())
                .map(this::toldAll)
                .filter(clause -> !clause.isEmpty())
                .toList();
        return told.isEmpty() ? "No contender sent anything." : String.join(", ", told) + ".";
    }

    /** How close it was: {@code Released within 4 µs, A first. A crossed the line first at 1,204 µs, B 88 µs later.} */
    public String finish() {
        if (lanes.isEmpty()) {
            return "Nobody was released.";
        }
        return released() + " " + crossed();
    }

    /** One sentence a request, in the order in which they were let go. */
    public List<String> lines() {
        record Sent(Lane lane, Exchange exchange) {}
        return lanes.stream()
                .flatMap(lane -> lane.exchanges().stream().map(exchange -> new Sent(lane, exchange)))
                .sorted(Comparator.comparingLong(sent -> sent.exchange().releasedMicros()))
                .map(sent -> line(sent.lane(), sent.exchange()))
                .toList();
    }

    /** The answer in a few words: {@code 200 accepted}, {@code 409 refused}, {@code no answer, failed}. */
    public static String answer(Exchange exchange) {
        return exchange.status().isPresent()
                ? exchange.status().getAsInt() + " " + exchange.outcome().word()
                : "no answer, " + exchange.outcome().word();
    }

    private static String line(Lane lane, Exchange exchange) {
        String when = exchange.lastByteMicros().isPresent()
                ? " at " + Figures.instant(exchange.lastByteMicros().getAsLong())
                : "";
        return "%s (%s) sent %s at %s: %s%s: %s"
                .formatted(
                        lane.contender(),
                        lane.user(),
                        exchange.operation(),
                        Figures.instant(exchange.releasedMicros()),
                        answer(exchange),
                        when,
                        exchange.answer());
    }

    private String toldAll(Outcome outcome) {
        List<String> names = lanes.stream()
                .filter(lane -> lane.exchanges().getLast().outcome() == outcome)
                .map(Lane::contender)
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        String all = names.size() == lanes.size() && names.size() > 1 ? (names.size() == 2 ? "both " : "all ") : "";
        String were = outcome == Outcome.FAILED ? "" : names.size() == 1 ? "was " : "were ";
        return Figures.list(names) + " " + were + all + outcome.word();
    }

    private String released() {
        List<Lane> order = lanes.stream()
                .sorted(Comparator.comparingLong(RoundStory::release))
                .toList();
        Lane first = order.getFirst();
        if (order.size() == 1) {
            return first.contender() + " ran alone.";
        }
        return "Released within %s, %s first."
                .formatted(Figures.instant(release(order.getLast()) - release(first)), first.contender());
    }

    private String crossed() {
        List<Lane> order = lanes.stream()
                .filter(lane -> lane.exchanges().getLast().lastByteMicros().isPresent())
                .sorted(Comparator.comparingLong(RoundStory::finish))
                .toList();
        if (order.isEmpty()) {
            return "Nobody had an answer.";
        }
        long winner = finish(order.getFirst());
        List<String> places = new ArrayList<>();
        places.add(order.getFirst().contender() + " crossed the line first at " + Figures.instant(winner));
        order.stream()
                .skip(1)
                .map(lane -> lane.contender() + " " + Figures.instant(finish(lane) - winner) + " later")
                .forEach(places::add);
        lanes.stream()
                .filter(lane -> !order.contains(lane))
                .map(lane -> lane.contender() + " had no answer")
                .forEach(places::add);
        return String.join(", ", places) + ".";
    }

    private static long release(Lane lane) {
        return lane.exchanges().getLast().releasedMicros();
    }

    private static long finish(Lane lane) {
        return lane.exchanges().getLast().lastByteMicros().orElseThrow();
    }
}
