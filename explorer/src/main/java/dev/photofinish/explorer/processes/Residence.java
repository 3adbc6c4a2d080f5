package dev.photofinish.explorer.processes;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of where the application runs, besides that it is connected to the gate.
 *
 * @param processes that are its, whatever they are connected to
 * @param port on this machine, at which it waits for requests; empty if that is elsewhere
 */
public record Residence(Set<Long> processes, OptionalInt port) {

    public static final Residence UNKNOWN = new Residence(Set.of(), OptionalInt.empty());

    public Residence {
        processes = Set.copyOf(processes);
    }
}
