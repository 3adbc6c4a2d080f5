package dev.photofinish.reports.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interleaving that breaks several rules as it is written: once, with the first of the rules (a violation, if it shows one) and
 * then what else it breaks.
 *
 * @param first with the commands marked that explain any of the rules; evidence and numbers are the first rule's
 */
record OncePerInterleaving(@JsonUnwrapped Discovery first, List<AlsoBroken> alsoBreaks) {

    OncePerInterleaving {
        alsoBreaks = List.copyOf(alsoBreaks);
    }

    /** Another rule that the same interleaving breaks, with what shows it, and how often it did when it was run again. */
    record AlsoBroken(
            String rule,
            Discovery.Weight weight,
            String text,
            long schedules,
            long sampled,
            long firstAt,
            boolean serial,
            Optional<String> anomaly,
            Optional<String> explanation,
            List<Evidence> evidence,
            int attempts,
            int reproduced) {

        AlsoBroken {
            evidence = List.copyOf(evidence);
        }

        static AlsoBroken of(Discovery found) {
            Interleaving shown = found.interleaving();
            return new AlsoBroken(
                    found.rule(),
                    found.weight(),
                    found.text(),
                    found.schedules(),
                    found.sampled(),
                    found.firstAt(),
                    found.serial(),
                    found.anomaly(),
                    found.explanation(),
                    shown.evidence(),
                    shown.attempts(),
                    shown.reproduced());
        }

        Discovery in(Interleaving shown) {
            Interleaving showing = shown.showing(evidence, attempts, reproduced);
            return new Discovery(
                    rule, weight, text, schedules, sampled, firstAt, serial, anomaly, explanation, showing);
        }
    }

    private static OncePerInterleaving of(Shown shown) {
        return new OncePerInterleaving(
                shown.first().in(shown.interleaving()),
                shown.discoveries().stream().skip(1).map(AlsoBroken::of).toList());
    }

    private Stream<Discovery> each() {
        return Stream.concat(Stream.of(first), alsoBreaks.stream().map(also -> also.in(first.interleaving())));
    }

    /** To be written. */
    static final class Written extends StdConverter<List<Discovery>, List<OncePerInterleaving>> {
        @Override
        public List<OncePerInterleaving> convert(List<Discovery> found) {
            return Shown.of(found).stream().map(OncePerInterleaving::of).toList();
        }
    }

    /** As it is read back. */
    static final class Read extends StdConverter<List<OncePerInterleaving>, List<Discovery>> {
        @Override
        public List<Discovery> convert(List<OncePerInterleaving> written) {
            return written.stream().flatMap(OncePerInterleaving::each).toList();
        }
    }
}
