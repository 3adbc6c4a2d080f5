package dev.photofinish.explorer.search;

/** A contender to be tried from a node. */
record Branch(Node from, String contender, int preemptions, long number) implements Comparable<Branch> {

    /** Fewest preemptions first (iterative context bounding), then in the order in which they were thought of. */
    @Override
    public int compareTo(Branch other) {
        int byPreemptions = Integer.compare(preemptions, other.preemptions);
        return byPreemptions != 0 ? byPreemptions : Long.compare(number, other.number);
    }
}
