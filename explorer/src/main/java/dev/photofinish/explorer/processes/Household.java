package dev.photofinish.explorer.processes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which processes the application is: those that have a connection to the gate, all that share the socket at which it waits for requests
 * (forked workers), and those that somebody has named. Never this one: a test's own virtual machine is never asleep. For one thread.
 */
final class Household {

    private final ProcessTable table;
    private final Supplier<? extends Collection<Integer>> gates;
    private final Residence residence;
    private final long self;
    private Set<Long> processes = Set.of();
    private boolean hasSeveralWorkers;

    /**
     * @param gates the ports at which the gate listens
     * @param self this process
     */
    Household(ProcessTable table, Supplier<? extends Collection<Integer>> gates, Residence residence, long self) {
        this.table = table;
        this.gates = gates;
        this.residence = residence;
        this.self = self;
    }

    Set<Long> processes() {
        return processes;
    }

    /**
     * Whether requests may be answered by one of several: more than one is connected to the gate, or waits for requests besides the one
     * that has begun the others.
     */
    boolean hasSeveralWorkers() {
        return hasSeveralWorkers;
    }

    /** The application may have opened connections, or have been started again. */
    void find() {
        Set<Long> wanted = wanted();
        Set<Long> found = havingOpen(wanted, processes);
        if (!isAccountedFor(wanted, found)) {
            found = havingOpen(wanted, table.processes());
        }
        Set<Long> there = table.processes();
        Set<Long> all = new HashSet<>(found);
        residence.processes().stream().filter(there::contains).forEach(all::add);
        all.remove(self);
        processes = Set.copyOf(all);
        hasSeveralWorkers = hasSeveralWorkers || several();
        table.forgetAllBut(processes);
    }

    private boolean several() {
        List<Socket> sockets = table.sockets();
        Collection<Integer> ports = gates.get();
        Set<Long> ends = inodes(sockets, socket -> isItsEnd(socket, sockets, ports));
        Set<Long> doors = inodes(sockets, this::isItsDoor);
        return havingOpen(ends, processes).size() > 1
                || havingOpen(doors, processes).size() > 2;
    }

    /** Of those of its threads that are awake. */
    Set<Task> awake() {
        Set<Task> all = new HashSet<>();
        processes.forEach(process -> all.addAll(table.awake(process)));
        return all;
    }

    private Set<Long> wanted() {
        List<Socket> all = table.sockets();
        Collection<Integer> ports = gates.get();
        return inodes(all, socket -> isItsEnd(socket, all, ports) || isItsDoor(socket));
    }

    private static Set<Long> inodes(List<Socket> sockets, Predicate<Socket> wanted) {
        return sockets.stream().filter(wanted).map(Socket::inode).collect(Collectors.toSet());
    }

    /** The other end must be here as well: another machine may have the same port. */
    private static boolean isItsEnd(Socket socket, List<Socket> all, Collection<Integer> ports) {
        return socket.state() == Socket.State.ESTABLISHED
                && ports.contains(socket.remotePort())
                && all.stream().anyMatch(socket::isTheOtherEndOf);
    }

    private boolean isItsDoor(Socket socket) {
        return socket.state() == Socket.State.LISTENS
                && residence.port().isPresent()
                && residence.port().getAsInt() == socket.localPort();
    }

    private Set<Long> havingOpen(Set<Long> wanted, Set<Long> candidates) {
        return wanted.isEmpty()
                ? Set.of()
                : candidates.stream()
                        .filter(process -> process != self)
                        .filter(process -> table.socketsOf(process).stream().anyMatch(wanted::contains))
                        .collect(Collectors.toSet());
    }

    private boolean isAccountedFor(Set<Long> wanted, Set<Long> found) {
        Set<Long> left = new HashSet<>(wanted);
        found.forEach(process -> left.removeAll(table.socketsOf(process)));
        return left.isEmpty();
    }
}
