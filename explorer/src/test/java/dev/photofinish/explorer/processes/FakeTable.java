package dev.photofinish.explorer.processes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Processes that do what they are told. */
final class FakeTable implements ProcessTable {

    static final int GATE = 27_018;

    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Long, Set<Long>> open = new HashMap<>();
    private final Map<Long, Set<Task>> awake = new HashMap<>();

    /** It may have nothing to do with the application. */
    void exists(long process) {
        open.putIfAbsent(process, new HashSet<>());
    }

    /** The gate's end is there, too. */
    void isConnectedToTheGate(long process, int port, long inode) {
        isConnectedTo(GATE, process, port, inode);
        sockets.add(new Socket(Socket.State.ESTABLISHED, GATE, port, inode + 1));
    }

    /** To a port of another machine. */
    void isConnectedTo(int remotePort, long process, int port, long inode) {
        sockets.add(new Socket(Socket.State.ESTABLISHED, port, remotePort, inode));
        has(process, inode);
    }

    void listens(int port, long inode) {
        sockets.add(new Socket(Socket.State.LISTENS, port, 0, inode));
    }

    void has(long process, long inode) {
        open.computeIfAbsent(process, unseen -> new HashSet<>()).add(inode);
    }

    void isAwake(Task... tasks) {
        awake.clear();
        for (Task task : tasks) {
            awake.computeIfAbsent(task.process(), unseen -> new HashSet<>()).add(task);
        }
    }

    @Override
    public List<Socket> sockets() {
        return sockets;
    }

    @Override
    public Set<Long> processes() {
        return open.keySet();
    }

    @Override
    public Set<Long> socketsOf(long process) {
        return open.getOrDefault(process, Set.of());
    }

    @Override
    public Set<Task> awake(long process) {
        return awake.getOrDefault(process, Set.of());
    }

    @Override
    public void forgetAllBut(Set<Long> processes) {}
}
