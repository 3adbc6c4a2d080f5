/** Schedules: in which order the steps of several contenders are carried out. Pure; knows no database and no protocol. */
@NullMarked
package dev.photofinish.explorer.schedule;

import org.jspecify.annotations.NullMarked;
