package dev.photofinish.explorer.search;

import java.util.ArrayDeque;
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
        serial.addAll(InOrder.all(contenders));
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
    public boolean serialOrdersAreLeft() {
        return !serial.isEmpty();
    }

    @Override
    public boolean coversAll() {
        return false;
    }

    @Override
    public Optional<String> guarantee() {
        return sampling.guarantee(longest);
    }
}
