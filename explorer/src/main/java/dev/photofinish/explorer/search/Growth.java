package dev.photofinish.explorer.search;

import dev.photofinish.explorer.step.HappensBefore;
import java.util.List;

/**
 * An execution in the tree.
 *
 * @param nodes those that it went through, root and end included
 * @param order its steps
 * @param firstNew the first node that no earlier execution went through
 */
record Growth(List<Node> nodes, HappensBefore order, int firstNew) {}
