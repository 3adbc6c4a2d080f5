package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Traits;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it is called if two add documents where one had looked before the other did. */
final class Added {

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(\\d{1,18})$");

    private final Glance look;
    private final Touch write;
    private final Touch act;

    Added(Stale stale) {
        this.look = stale.read();
        this.write = stale.write();
        this.act = stale.act();
    }

    /** Both added, and the look would have shown both. */
    boolean isAbout() {
        return write.adds() && act.adds() && act.with(look).happens();
    }

    /** There was none, or both took the same next number; where there were some, there are now more than was thought. */
    Anomaly name() {
        if (look.nothing() || look.seen().isEmpty() || bothTookTheNext()) {
            return Anomaly.DUPLICATE;
        }
        return Anomaly.PASSED_LIMIT;
    }

    private boolean bothTookTheNext() {
        Set<BigInteger> next = look.seen().stream()
                .flatMap(document -> document.values().values().stream())
                .flatMap(value -> number(value).stream())
                .map(BigInteger.ONE::add)
                .collect(Collectors.toSet());
        List<String> theirs = values(write).toList();
        return values(act)
                .filter(theirs::contains)
                .anyMatch(value -> number(value).filter(next::contains).isPresent());
    }

    private Stream<String> values(Touch touch) {
        return touch.documents().stream()
                .map(Traits::values)
                .flatMap(values -> values.entrySet().stream()
                        .filter(value -> !look.demands().values().containsKey(value.getKey()))
                        .map(value -> value.getKey() + " " + value.getValue()))
                .distinct();
    }

    private static Optional<BigInteger> number(String value) {
        Matcher number = NUMBER_AT_THE_END.matcher(value);
        return number.find() ? Optional.of(new BigInteger(number.group(1))) : Optional.empty();
    }

    /** What they are, by what was looked for. */
    String sentence() {
        String late = act.deed().contender();
        String other = write.deed().contender();
        String what = Phrases.lookedFor(look);
        if (look.nothing()) {
            return "%s of %s found nothing, then %s inserted one, and %s inserted another."
                    .formatted(Phrases.command(look.deed()), what, other, late);
        }
        return "%s added to %s, where it had looked before %s did.".formatted(late, what, other);
    }

    Collection<Deed> deeds() {
        return List.of(look.deed(), write.deed(), act.deed());
    }
}
