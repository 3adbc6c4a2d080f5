package dev.photofinish.reports;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One request of a contender and what came back. Times are microseconds after the round's first release.
 *
 * @param operation the operation's name in the system file
 * @param request method and path, as sent
 * @param requestBody shortened, secrets masked
 * @param releasedMicros when its last byte was written
 * @param firstByteMicros when the first byte of the answer came; empty if none came
 * @param lastByteMicros when the answer was complete; empty if it never was
 * @param status the HTTP status; empty if there was no answer
 * @param answer the answer's body, shortened, secrets masked; why there is none, where there is none
 */
public record Exchange(
        String operation,
        String request,
        Optional<String> requestBody,
        long releasedMicros,
        OptionalLong firstByteMicros,
        OptionalLong lastByteMicros,
        OptionalInt status,
        Outcome outcome,
        String answer) {}
