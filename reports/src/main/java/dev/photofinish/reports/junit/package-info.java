/** A run as JUnit XML, so that a CI server shows scenarios as tests. */
@NullMarked
package dev.photofinish.reports.junit;

import org.jspecify.annotations.NullMarked;
