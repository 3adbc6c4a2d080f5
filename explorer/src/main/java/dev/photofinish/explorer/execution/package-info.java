/** The seam between the search and a gate: one execution of a contest, its contenders held before each step. Pure. */
@NullMarked
package dev.photofinish.explorer.execution;

import org.jspecify.annotations.NullMarked;
