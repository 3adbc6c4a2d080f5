package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.mongo.Masking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A difference for people. */
final class DifferenceText {

    private static final Pattern ANSWER = Pattern.compile(" answers/(\\d+)/?");
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
        Stream<String> places = difference.places().stream()
                .limit(LINES)
                .map(place -> line(place, several ? " was told in answer %s " : " was told "));
        Stream<String> more = Stream.of("… and " + (difference.size() - LINES) + " more differences")
                .filter(line -> difference.size() > LINES);
        return Stream.of(Stream.of(nearest), places, more)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String leftOut(Set<String> contenders) {
        return contenders.isEmpty()
                ? ""
                : contenders.stream()
                        .sorted()
                        .collect(Collectors.joining(" and ", ", without the request that ", " was refused"));
    }

    private String line(Difference.Place place, String told) {
        return masking.mask(where(place, told)) + ": " + value(place, place.here()) + ", one after the other "
                + value(place, place.there());
    }

    private static String where(Difference.Place place, String told) {
        String path = place.path().isEmpty() ? "" : " " + place.path().substring(1);
        return switch (place.spot()) {
            case Difference.Spot.Told by -> by.contender() + said(path, told).stripTrailing();
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
                : path;
    }

    private String value(Difference.Place place, Optional<String> value) {
        return value.map(text -> masking.hidesField(place.path()) ? Masking.MASK : cut(masking.mask(text)))
                .orElse("nothing");
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }
}
