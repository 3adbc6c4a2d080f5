package dev.photofinish.explorer.processes;

import java.util.Set;

/**
 * A thread of a process, as the operating system knows it.
 *
 * @param name its first fifteen characters
 */
record Task(long process, long id, String name) {

    /** A virtual machine's compilers: what they do is nobody's work, and while it warms up they do it for seconds. */
    private static final Set<String> COMPILERS = Set.of("C1 CompilerThre", "C2 CompilerThre");

    boolean isACompiler() {
        return COMPILERS.contains(name);
    }
}
