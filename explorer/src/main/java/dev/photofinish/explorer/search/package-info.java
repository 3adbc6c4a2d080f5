/** The search through the schedules of a contest: strategies, what they found, and how much they have covered. Pure. */
@NullMarked
package dev.photofinish.explorer.search;

import org.jspecify.annotations.NullMarked;
