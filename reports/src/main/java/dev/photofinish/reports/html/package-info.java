/** A run as one self-contained page, with the photo of a round that broke a rule. */
@NullMarked
package dev.photofinish.reports.html;

import org.jspecify.annotations.NullMarked;
