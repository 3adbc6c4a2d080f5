package dev.photofinish.misty.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a data folder belongs to. A process id alone may be taken again by another process, so its start counts
 * too.
 *
 * @param started 1970 where the system does not tell
 */
record Owner(long pid, Instant started) {

    /** The system derives a start from its clock, which is set now and then; nobody takes over a pid within a minute. */
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

    private static final Pattern TEXT = Pattern.compile("(\\d+)-(\\d+)");

    static Owner thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), startOf(self));
    }

    /** Reads what {@link #toString} writes. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(of(matcher.toMatchResult())) : Optional.empty();
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(started, startOf(process)).abs().compareTo(CLOCK_DRIFT) < 0)
                .isPresent();
    }

    /** {@code 4711-1764000000000}: pid and start in milliseconds. */
    @Override
    public String toString() {
        return pid + "-" + started.toEpochMilli();
    }

    private static Owner of(MatchResult match) {
        return new Owner(Long.parseLong(match.group(1)), Instant.ofEpochMilli(Long.parseLong(match.group(2))));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
