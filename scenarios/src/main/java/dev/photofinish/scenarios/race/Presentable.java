package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.template.Secrets;

/** Text of a deployment as a report may show it: without secrets, and not longer than a person reads. */
record Presentable(Secrets secrets) {

    private static final int DETAIL = 600;

    String detail(String text) {
        String masked = secrets.mask(text);
        return masked.length() <= DETAIL ? masked : masked.substring(0, DETAIL) + "…";
    }

    String sentence(String text) {
        return detail(text.strip());
    }
}
