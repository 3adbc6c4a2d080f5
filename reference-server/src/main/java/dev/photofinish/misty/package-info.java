/** Misty: the order, stock, production and payroll application of a paper converter, the nearest deployment to test. */
@NullMarked
package dev.photofinish.misty;

import org.jspecify.annotations.NullMarked;
