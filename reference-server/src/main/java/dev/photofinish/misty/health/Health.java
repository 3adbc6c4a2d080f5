package dev.photofinish.misty.health;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Routes;
import java.time.InstantSource;
import java.util.Map;

/** Answers as long as the web server does; it does not touch the database. */
public final class Health implements Feature {

    private final InstantSource clock;

    public Health(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.openGet(
                "/api/health",
                call -> Answer.bare(
                        Map.of("status", "healthy", "timestamp", clock.instant().toString())));
        routes.openGet("/api/", call -> Answer.bare(Map.of("message", "Misty Manufacturing API")));
    }
}
