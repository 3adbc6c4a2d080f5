package dev.photofinish.scenarios.system;

/** HTTP statuses from one to another, both included. */
public record StatusRange(int from, int to) {

    public static StatusRange only(int status) {
        return new StatusRange(status, status);
    }

    public boolean contains(int status) {
        return from <= status && status <= to;
    }

    public boolean overlaps(StatusRange other) {
        return from <= other.to && other.from <= to;
    }

    /** {@code 409}, {@code 4xx} or {@code 200 to 399}. */
    @Override
    public String toString() {
        if (from == to) {
            return Integer.toString(from);
        }
        return from % 100 == 0 && to == from + 99 ? from / 100 + "xx" : from + " to " + to;
    }
}
