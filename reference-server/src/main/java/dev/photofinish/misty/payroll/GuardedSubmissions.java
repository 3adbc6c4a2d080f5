package dev.photofinish.misty.payroll;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import java.time.InstantSource;
import java.util.Date;

/** Only a draft is submitted: one conditional update, so that of two at once one is told 409. */
final class GuardedSubmissions implements Submissions {

    private final Timesheets timesheets;
    private final InstantSource clock;

    GuardedSubmissions(Timesheets timesheets, InstantSource clock) {
        this.timesheets = timesheets;
        this.clock = clock;
    }

    @Override
    public void submit(String timesheetId, Caller by) {
        timesheets.move(
                timesheetId,
                TimesheetStatus.DRAFT,
                TimesheetStatus.SUBMITTED,
                Updates.combine(
                        Updates.set("submitted_at", Date.from(clock.instant())),
                        Updates.set("submitted_by", by.userId()),
                        timesheets.changed()));
    }
}
