/** A run in words and figures, the same in every report: headlines, the story of one round, quantities with units. */
@NullMarked
package dev.photofinish.reports.wording;

import org.jspecify.annotations.NullMarked;
