/** What counted rounds say about the rate behind them. */
@NullMarked
package dev.photofinish.reports.statistics;

import org.jspecify.annotations.NullMarked;
