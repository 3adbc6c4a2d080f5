package dev.photofinish.explorer.processes;

import java.util.List;
import java.util.Set;

/** What the operating system tells of processes; of those about which it tells nothing, nothing. For one thread. */
interface ProcessTable {

    /** All TCP sockets of this machine, or of this container. */
    List<Socket> sockets();

    Set<Long> processes();

    /** The inodes of the sockets that a process has open. */
    Set<Long> socketsOf(long process);

    /** Those of its threads that run, or wait for the processor or the disk: nobody has to wake them. */
    Set<Task> awake(long process);

    /** Nobody asks any more about the threads of others. */
    void forgetAllBut(Set<Long> processes);
}
