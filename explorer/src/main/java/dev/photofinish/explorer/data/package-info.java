/** The data of an exploration: what was written, what there was before, and how it is put back. */
@NullMarked
package dev.photofinish.explorer.data;

import org.jspecify.annotations.NullMarked;
