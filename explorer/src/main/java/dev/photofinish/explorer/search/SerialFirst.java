package dev.photofinish.explorer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The serial orders before what a strategy that only samples has to offer, and a count of the moves that a schedule has. */
final class SerialFirst implements Search {

    private final Deque<Pilot> serial = new ArrayDeque<>();
    private final Sampling sampling;
    private int longest = 1;
    private int left;

    SerialFirst(List<String> contenders, Sampling sampling, int schedules) {
        orders(contenders)
                .forEach(order -> serial.add((soFar, now) -> Decision.Go.of(order.stream()
                        .filter(now.enabled()::contains)
                        .findFirst()
                        .orElseThrow())));
        this.sampling = sampling;
        this.left = schedules;
    }

    @Override
    public Optional<Pilot> next() {
        if (!serial.isEmpty()) {
            return Optional.of(serial.poll());
        }
        return left-- > 0 ? Optional.of(sampling.pilot(longest)) : Optional.empty();
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {
        longest = Math.max(longest, moves.size());
    }

    @Override
    public boolean coversAll() {
        return false;
    }

    @Override
    public Optional<String> guarantee() {
        return sampling.guarantee(longest);
    }

    private static List<List<String>> orders(List<String> contenders) {
        if (contenders.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : contenders) {
            List<String> others = new ArrayList<>(contenders);
            others.remove(first);
            for (List<String> rest : orders(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
