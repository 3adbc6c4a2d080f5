/** The catalogue: what each client orders again and again. */
@NullMarked
package dev.photofinish.misty.catalogue;

import org.jspecify.annotations.NullMarked;
