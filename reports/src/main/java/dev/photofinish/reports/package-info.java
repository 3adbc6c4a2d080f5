/** The result model: what a run found, as records. Results are data first; the renderers beside them only draw it. */
@NullMarked
package dev.photofinish.reports;

import org.jspecify.annotations.NullMarked;
