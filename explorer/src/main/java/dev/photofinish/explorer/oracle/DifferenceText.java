package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.mongo.Masking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A difference for people. */
final class DifferenceText {

    private static final int LINES = 8;
    private static final int LENGTH = 80;

    private final Masking masking;

    DifferenceText(Masking masking) {
        this.masking = masking;
    }

    /** @param order the serial order whose result is the nearest */
    String of(List<String> order, Difference difference) {
        String nearest = "No order of the contenders one after the other gives this result. The nearest is "
                + String.join(", then ", order) + ":";
        Stream<String> places = difference.places().stream().limit(LINES).map(this::line);
        Stream<String> more = Stream.of("… and " + (difference.size() - LINES) + " more differences")
                .filter(line -> difference.size() > LINES);
        return Stream.of(Stream.of(nearest), places, more)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String line(Difference.Place place) {
        return masking.mask(where(place)) + ": " + value(place, place.here()) + ", one after the other "
                + value(place, place.there());
    }

    private static String where(Difference.Place place) {
        String path = place.path().isEmpty() ? "" : " " + place.path().substring(1);
        return switch (place.spot()) {
            case Difference.Spot.Told told ->
                told.contender()
                        + path.replaceFirst("^ answers/\\d+/?", " was told ").stripTrailing();
            case Difference.Spot.Stored stored ->
                stored.namespace() + stored.id().map(id -> " (_id " + id + ")").orElse("") + path;
        };
    }

    private String value(Difference.Place place, Optional<String> value) {
        return value.map(text -> masking.hidesField(place.path()) ? Masking.MASK : cut(masking.mask(text)))
                .orElse("nothing");
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }
}
