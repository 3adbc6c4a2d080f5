/** The driver gate: code on {@code mongodb-driver-sync}, in this process, held before each of its commands by a listener. */
@NullMarked
package dev.photofinish.explorer.driver;

import org.jspecify.annotations.NullMarked;
