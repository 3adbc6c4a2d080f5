package dev.photofinish.explorer.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every serial order, one contender begun after the other, before another search. That other one brings all contenders to their
 * first step before anybody goes, so that its serial schedules may come to something else: it runs them all the same.
 */
final class SeriallyFirst implements Search {

    private final Search search;
    private final Deque<Pilot> orders = new ArrayDeque<>();

    SeriallyFirst(List<String> contenders, Search search) {
        this.search = search;
        InOrder.all(contenders).forEach(order -> orders.add(new Serially(order.order())));
    }

    @Override
    public Optional<Pilot> next() {
        return Optional.ofNullable(orders.poll()).or(search::next);
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {
        if (!(pilot instanceof Serially)) {
            search.flown(pilot, moves);
        }
    }

    @Override
    public void beginAnew() {
        search.beginAnew();
    }

    @Override
    public void trustNothing() {
        search.trustNothing();
    }

    @Override
    public boolean serialOrdersAreLeft() {
        return !orders.isEmpty() || search.serialOrdersAreLeft();
    }

    @Override
    public boolean coversAll() {
        return search.coversAll();
    }

    @Override
    public Optional<String> guarantee() {
        return search.guarantee();
    }
}
