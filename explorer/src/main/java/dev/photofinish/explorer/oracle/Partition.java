package dev.photofinish.explorer.oracle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Nodes in classes that are told apart further and further. A class is a number, its colour; which number it is depends on how the
 * nodes hang together and not on how they are counted, so that two webs that are built alike are coloured alike.
 */
final class Partition {

    private final int[] colours;
    private int[] sizes;
    private int classes;

    private Partition(int[] colours, int[] sizes, int classes) {
        this.colours = colours;
        this.sizes = sizes;
        this.classes = classes;
    }

    /** @param colours of each node, any numbers; their order is kept */
    static Partition of(int[] colours) {
        int[] distinct = Arrays.stream(colours).distinct().sorted().toArray();
        int[] dense = Arrays.stream(colours)
                .map(colour -> Arrays.binarySearch(distinct, colour))
                .toArray();
        int[] sizes = new int[Math.max(distinct.length, 1)];
        Arrays.stream(dense).forEach(colour -> sizes[colour]++);
        return new Partition(dense, sizes, distinct.length);
    }

    Partition copy() {
        return new Partition(colours.clone(), sizes.clone(), classes);
    }

    int nodes() {
        return colours.length;
    }

    int classes() {
        return classes;
    }

    int colour(int node) {
        return colours[node];
    }

    int sizeOf(int colour) {
        return sizes[colour];
    }

    boolean isAlone(int node) {
        return sizes[colours[node]] == 1;
    }

    /** Gives a node a class of its own. */
    void singleOut(int node) {
        move(node, newClass());
    }

    /**
     * Tells the nodes of a class apart by what has become of their neighbours. The greatest part of a class keeps its colour: that
     * its neighbours have changed would say nothing that the other parts do not (Hopcroft, An n log n algorithm for minimizing
     * states, 1971), and nobody need look at them again.
     *
     * @param touched the nodes that have a neighbour of a new colour
     * @param seen what each of them sees of those: equal if and only if they see the same
     * @return the nodes that have a new colour
     */
    int[] split(int[] touched, int[][] seen) {
        int[] order = IntStream.range(0, touched.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(place -> colours[touched[place]])
                        .thenComparing((one, other) -> Arrays.compare(seen[one], seen[other])))
                .mapToInt(Integer::intValue)
                .toArray();
        IntStream.Builder changed = IntStream.builder();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && colours[touched[order[to]]] == colours[touched[order[from]]]) {
                to++;
            }
            splitClass(Arrays.copyOfRange(order, from, to), touched, seen, changed);
            from = to;
        }
        return changed.build().toArray();
    }

    /** @param order the places of touched nodes of one class, those that see the same beside each other */
    private void splitClass(int[] order, int[] touched, int[][] seen, IntStream.Builder changed) {
        int colour = colours[touched[order[0]]];
        int[] starts = IntStream.range(0, order.length)
                .filter(place -> place == 0 || !Arrays.equals(seen[order[place]], seen[order[place - 1]]))
                .toArray();
        int untouched = sizes[colour] - order.length;
        int greatest = -1;
        int most = untouched;
        for (int part = 0; part < starts.length; part++) {
            int size = end(starts, part, order) - starts[part];
            if (size > most) {
                greatest = part;
                most = size;
            }
        }
        for (int part = 0; part < starts.length; part++) {
            if (part != greatest) {
                int fresh = newClass();
                for (int place = starts[part]; place < end(starts, part, order); place++) {
                    move(touched[order[place]], fresh);
                    changed.add(touched[order[place]]);
                }
            }
        }
    }

    private static int end(int[] starts, int part, int[] order) {
        return part + 1 < starts.length ? starts[part + 1] : order.length;
    }

    private int newClass() {
        if (classes == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * classes + 1);
        }
        return classes++;
    }

    private void move(int node, int colour) {
        sizes[colours[node]]--;
        sizes[colour]++;
        colours[node] = colour;
    }
}
