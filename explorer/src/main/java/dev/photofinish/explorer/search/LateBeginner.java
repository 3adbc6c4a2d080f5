package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import java.util.List;

/**
 * The first begins, then the second, which waits for it in the application; when the first is over everybody else begins, and they take
 * turns. A lock that the first has thrown away at its end keeps out nobody who comes then, and the second thinks that it has it. Where to
 * begin is a step.
 */
record LateBeginner(String first, String second, List<String> contenders) implements Pilot {

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        List<String> enabled = now.enabled();
        List<String> begun =
                soFar.stream().flatMap(move -> move.contenders().stream()).toList();
        for (String early : List.of(first, second)) {
            if (!begun.contains(early) && enabled.contains(early)) {
                return Decision.Go.of(early);
            }
        }
        if (enabled.contains(first)) {
            return Decision.Go.of(first);
        }
        boolean over = now.standings().get(first) instanceof Standing.Finished;
        return over ? others(soFar, begun, now) : Decision.Go.of(enabled.getFirst());
    }

    private Decision others(List<Move> soFar, List<String> begun, Situation now) {
        return now.enabled().stream()
                .filter(contender -> !begun.contains(contender))
                .findFirst()
                .<Decision>map(Decision.Go::of)
                .orElseGet(() -> new Alternating(contenders).decide(soFar, now));
    }
}
