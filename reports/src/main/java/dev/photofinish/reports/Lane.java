package dev.photofinish.reports;

import java.util.List;

/** One contender's part of a round, for the picture: who it was and its requests in order. */
public record Lane(String contender, String user, List<Exchange> exchanges) {

    public Lane {
        exchanges = List.copyOf(exchanges);
    }
}
