/** The JUnit 5 extension: a test says which calls compete and what must hold, and every interleaving of them is tried. */
@NullMarked
package dev.photofinish.explorer.junit;

import org.jspecify.annotations.NullMarked;
