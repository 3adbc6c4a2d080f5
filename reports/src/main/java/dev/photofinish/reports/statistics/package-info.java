/** What so and so many violations in so and so many rounds say about the rate behind them. */
@NullMarked
package dev.photofinish.reports.statistics;

import org.jspecify.annotations.NullMarked;
