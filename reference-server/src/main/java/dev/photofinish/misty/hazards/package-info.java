/** The original's defects, kept beside the right code so that the harness can prove that it sees them. */
@NullMarked
package dev.photofinish.misty.hazards;

import org.jspecify.annotations.NullMarked;
