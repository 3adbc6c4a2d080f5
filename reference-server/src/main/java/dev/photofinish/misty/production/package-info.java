/** An order's way through the house: its moves from stage to stage, their log, the board, job cards, the archive. */
@NullMarked
package dev.photofinish.misty.production;

import org.jspecify.annotations.NullMarked;
