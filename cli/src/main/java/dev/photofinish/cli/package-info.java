/** The command line: one class a command. */
@NullMarked
package dev.photofinish.cli;

import org.jspecify.annotations.NullMarked;
