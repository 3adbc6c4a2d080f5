package dev.photofinish.scenarios.system;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.List;

/** Which answers of an operation mean yes and which a clean no. */
public record Answers(List<AnswerPattern> accepted, List<AnswerPattern> refused) {

    /**
     * What an answer means. A pattern that looks at header or body goes before one that only looks at the status, and of two
     * equals the refusal: a yes that also says no is no yes. What fits nothing has failed.
     */
    public Outcome outcome(HttpAnswer answer) {
        if (fitsInside(refused, answer)) {
            return Outcome.REFUSED;
        }
        if (fitsInside(accepted, answer) || fits(accepted, answer)) {
            return Outcome.ACCEPTED;
        }
        return fits(refused, answer) ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static boolean fitsInside(List<AnswerPattern> patterns, HttpAnswer answer) {
        return patterns.stream().anyMatch(pattern -> pattern.looksInside() && pattern.fits(answer));
    }

    private static boolean fits(List<AnswerPattern> patterns, HttpAnswer answer) {
        return patterns.stream().anyMatch(pattern -> pattern.fits(answer));
    }
}
