/** A run as text for a terminal of 80 columns. */
@NullMarked
package dev.photofinish.reports.terminal;

import org.jspecify.annotations.NullMarked;
