/** Orders: entering, finding, editing and deleting them, and how far each has come. */
@NullMarked
package dev.photofinish.misty.orders;

import org.jspecify.annotations.NullMarked;
