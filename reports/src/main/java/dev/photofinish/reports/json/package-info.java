/** A run as JSON for other programs, and back again, so that it can be looked at and judged later. */
@NullMarked
package dev.photofinish.reports.json;

import org.jspecify.annotations.NullMarked;
