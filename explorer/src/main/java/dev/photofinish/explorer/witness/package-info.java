/** The evidence for a violation: the shortest schedule that shows it, and what happened in it, in words. Pure. */
@NullMarked
package dev.photofinish.explorer.witness;

import org.jspecify.annotations.NullMarked;
