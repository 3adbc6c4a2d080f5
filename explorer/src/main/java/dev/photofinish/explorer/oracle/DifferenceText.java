package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.mongo.Masking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A difference for people. Who was accepted here and refused there was told something else in every field, of which only the refusal
 * is worth a word; and how generated ids are numbered says nothing, as long as anything else differs.
 */
final class DifferenceText {

    private static final Pattern ANSWER = Pattern.compile("/answers/(\\d+)/?");
    private static final Pattern NUMBERED = Pattern.compile("\"?‹[^›\"]* \\d+›\"?");
    private static final String OUTCOME = "/outcome";
    private static final int LINES = 8;
    private static final int LENGTH = 80;

    private final Masking masking;

    DifferenceText(Masking masking) {
        this.masking = masking;
    }

    /** @param order the serial order whose result is the nearest */
    String of(List<String> order, Requests requests, Difference difference) {
        boolean several = requests.areSeveral();
        String nearest = "No order of the contenders%s one after the other gives this result. The nearest is %s%s:"
                .formatted(
                        several ? "' requests" : "",
                        String.join(", then ", Orders.inARow(order)),
                        leftOut(requests.endsAfter(order).keySet()));
        List<Difference.Place> telling = telling(difference.places());
        boolean numbers = telling.stream().anyMatch(DifferenceText::isNumbering);
        List<String> lines = lines(telling, several ? " was told in answer %s " : " was told ").stream()
                .map(line -> numbers ? line.replaceAll("\"(‹[^›\"]*›)\"", "$1") : unnumbered(line))
                .toList();
        Stream<String> more = Stream.of("… and " + (lines.size() - LINES) + " more differences")
                .filter(line -> lines.size() > LINES);
        return Stream.of(Stream.of(nearest), lines.stream().limit(LINES), more)
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    private static String leftOut(Set<String> contenders) {
        return contenders.isEmpty()
                ? ""
                : contenders.stream()
                        .sorted()
                        .collect(Collectors.joining(" and ", ", without the request that ", " was refused"));
    }

    /** Those that are more than another number of the same generated value, if there are any. */
    private static List<Difference.Place> telling(List<Difference.Place> places) {
        List<Difference.Place> telling = places.stream()
                .filter(Predicate.not(DifferenceText::isNumbering))
                .toList();
        return telling.isEmpty() ? places : telling;
    }

    private static boolean isNumbering(Difference.Place place) {
        return place.here().isPresent()
                && place.there().isPresent()
                && Aliases.isAlias(place.here().get())
                && unnumbered(place.here().get())
                        .equals(unnumbered(place.there().get()));
    }

    /** A generated value is another one in each execution; its number means nothing to people, and neither does whose it is. */
    private static String unnumbered(String value) {
        return NUMBERED.matcher(value).replaceAll("‹a new id›");
    }

    private List<String> lines(List<Difference.Place> places, String told) {
        return places.stream()
                .map(place -> outcomeOf(place, places)
                        .map(outcome -> fared(outcome, places))
                        .orElseGet(() -> line(place, told)))
                .distinct()
                .toList();
    }

    /** Where it stands that the contender who was told this fared otherwise. */
    private static Optional<Difference.Place> outcomeOf(Difference.Place place, List<Difference.Place> places) {
        return place.spot() instanceof Difference.Spot.Told
                ? places.stream()
                        .filter(other -> other.spot().equals(place.spot())
                                && other.path().equals(OUTCOME))
                        .findFirst()
                : Optional.empty();
    }

    private String fared(Difference.Place outcome, List<Difference.Place> places) {
        String said = places.stream()
                .filter(place -> place.spot().equals(outcome.spot())
                        && !place.equals(outcome)
                        && place.there().filter(DifferenceText::saysSomething).isPresent())
                .map(place -> named(ANSWER.matcher(place.path()).replaceFirst("")) + value(place, place.there()))
                .collect(Collectors.joining(", "));
        return "%s was %s, one after the other %s%s"
                .formatted(
                        outcome.spot().site(),
                        word(outcome.here()),
                        word(outcome.there()),
                        said.isEmpty() ? "" : " with " + said);
    }

    private static String named(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String word(Optional<String> outcome) {
        return outcome.map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
                .orElse("not there");
    }

    private static boolean saysSomething(String value) {
        return !value.equals("{}") && !value.equals("[]") && !value.equals("\"\"");
    }

    private String line(Difference.Place place, String told) {
        if (place.spot() instanceof Difference.Spot.Whole whole) {
            return whole(whole, place.here().isPresent());
        }
        return masking.mask(where(place, told)) + ": " + value(place, place.here()) + ", one after the other "
                + value(place, place.there());
    }

    /** Only documents that are not as they were are compared: of one without a counterpart the other may be as it was, or not there. */
    private String whole(Difference.Spot.Whole whole, boolean here) {
        boolean deleted = whole.document().containsKey(Given.DELETED_PATH);
        String sentence;
        if (deleted) {
            sentence = here
                    ? "%s: %s is gone, one after the other it is not"
                    : "%s: %s is not gone, one after the other it is";
        } else {
            sentence = here
                    ? "%s: %s, one after the other no document like this"
                    : "%s: no document like this, one after the other %s";
        }
        return sentence.formatted(whole.namespace(), text(whole.document()));
    }

    private String text(SortedMap<String, String> document) {
        return cut(document.entrySet().stream()
                .filter(field -> !field.getKey().equals(Given.DELETED_PATH))
                .map(field -> field.getKey().substring(1) + ": " + value(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
    }

    private static String where(Difference.Place place, String told) {
        String path = place.path().isEmpty() ? "" : " " + place.path().substring(1);
        return switch (place.spot()) {
            case Difference.Spot.Told by ->
                by.contender() + said(place.path(), told).stripTrailing();
            case Difference.Spot.Whole whole -> whole.namespace();
            case Difference.Spot.Stored stored ->
                stored.namespace() + stored.id().map(id -> " (_id " + id + ")").orElse("") + path;
        };
    }

    /** @param told with the answer's number, if there are several */
    private static String said(String path, String told) {
        Matcher answer = ANSWER.matcher(path);
        return answer.lookingAt()
                ? told.formatted(Integer.parseInt(answer.group(1)) + 1) + path.substring(answer.end())
                : " " + path.substring(1);
    }

    private String value(Difference.Place place, Optional<String> value) {
        return value.map(text -> value(place.path(), text)).orElse("nothing");
    }

    private String value(String path, String text) {
        return masking.hides(path, text.replace("\"", "")) ? Masking.MASK : cut(masking.mask(text));
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }
}
