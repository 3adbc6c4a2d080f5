/**
 * The application's processes, where they run on this machine, and whether they sleep. Read from {@code /proc}, by one thread that
 * does nothing else; where there is none, or where it may not be read, nothing is known and nobody waits.
 */
@NullMarked
package dev.photofinish.explorer.processes;

import org.jspecify.annotations.NullMarked;
