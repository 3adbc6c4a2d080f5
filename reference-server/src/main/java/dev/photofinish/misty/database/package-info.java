/** MongoDB of every kind behind one door: embedded, a real server that we start and stop, or one given by its address. */
@NullMarked
package dev.photofinish.misty.database;

import org.jspecify.annotations.NullMarked;
