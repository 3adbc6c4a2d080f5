package dev.photofinish.explorer.search;

/** What nobody foresaw and what went wrong all the same inside one schedule, as a sentence: the other schedules still count. */
final class Mishap {

    private Mishap() {}

    static String sentence(RuntimeException mishap) {
        return "Something unforeseen went wrong in this schedule, and nothing is known of it: " + firstSentence(mishap)
                + ".";
    }

    /** A driver's messages go on with the state of its pool. */
    private static String firstSentence(RuntimeException mishap) {
        return mishap.toString().replaceFirst("(?s)(\\. |\\n).*", "").replaceFirst("\\.$", "");
    }
}
