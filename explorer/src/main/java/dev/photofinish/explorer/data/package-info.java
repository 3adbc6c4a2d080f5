/**
 * The data of an exploration: what was written, what there was before, and how it is put back. In which
 * {@linkplain dev.photofinish.explorer.data.RestoredData state} they are decides what may be done with them.
 */
@NullMarked
package dev.photofinish.explorer.data;

import org.jspecify.annotations.NullMarked;
