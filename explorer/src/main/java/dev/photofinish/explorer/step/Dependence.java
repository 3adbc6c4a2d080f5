package dev.photofinish.explorer.step;

/**
 * Which steps may be exchanged without anybody noticing: neither the final data nor what any contender is told changes.
 *
 * <ul>
 *   <li>Steps of one contender are dependent: program order.
 *   <li>Outside of transactions: dependent if they touch the same namespace, at least one writes, and the documents are not
 *       proven different.
 *   <li>A step of a transaction is dependent on every step of another contender, unless both only read. Its first step takes
 *       the snapshot that all later ones read, and its commit makes all its writes visible, wherever they are; so the
 *       namespaces of a single step say nothing.
 * </ul>
 */
public final class Dependence {

    private Dependence() {}

    /** Whether the order of the two can make a difference. Symmetric. */
    public static boolean between(Step one, Step other) {
        if (one.contender().equals(other.contender())) {
            return true;
        }
        Command first = one.command();
        Command second = other.command();
        if (first.part().transactional() || second.part().transactional()) {
            return !(first.onlyReads() && second.onlyReads());
        }
        return first.conflictsWith(second);
    }
}
