package dev.photofinish.scenarios.race;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.explorer.secret.SecretLooks;

/** Text of a deployment as a report may show it: without secrets, and not longer than a person reads. */
record Presentable(LiveSecrets secrets) {

    private static final int DETAIL = 600;

    String detail(String text) {
        String masked = secrets.mask(SecretLooks.mask(text, LiveSecrets.MASK));
        return masked.length() <= DETAIL ? masked : masked.substring(0, DETAIL) + "…";
    }

    String sentence(String text) {
        return detail(text.strip());
    }
}
