/** The serial oracle: judges a schedule without a rule, by whether some serial order of the contenders gives the same result. */
@NullMarked
package dev.photofinish.explorer.oracle;

import org.jspecify.annotations.NullMarked;
