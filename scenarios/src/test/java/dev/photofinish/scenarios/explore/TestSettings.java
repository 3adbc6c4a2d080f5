package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import java.time.Duration;
import java.util.Optional;

/** How the tests explore where nothing else matters to them: reduced, under the name of a test, and replayed by nobody. */
final class TestSettings {

    /** Enough for an application that does nothing after its answers. */
    static final Duration SETTLE = Duration.ofMillis(100);

    private TestSettings() {}

    static ExploreSettings of(SearchSettings search, Fresh fresh) {
        return of(search, fresh, SETTLE);
    }

    /** @param settle how long to wait after an answer while nothing is known about what comes then */
    static ExploreSettings of(SearchSettings search, Fresh fresh, Duration settle) {
        return new ExploreSettings(
                new Strategy.Reduced(),
                search,
                fresh,
                settle,
                "test",
                "test",
                Optional.empty(),
                (name, schedule) -> schedule);
    }
}
