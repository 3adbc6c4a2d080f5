package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.Optional;

/** What is the matter with a contender that is silent. Pure. */
sealed interface Diagnosis {

    /** Nothing: it takes its time. */
    record Slow() implements Diagnosis {}

    record Blocked(Standing.Where where, String why) implements Diagnosis {}

    /** Nobody will ever know. */
    record Lost(String why) implements Diagnosis {}

    /**
     * All there is to go by.
     *
     * @param underWay the step that the database has not answered
     * @param before what was seen the last time, with nothing happening since
     * @param now what is seen
     * @param silence for how long nobody has done anything
     * @param suspicious silence after which a contender may be blocked in the application
     * @param standstill the same where nobody is held, and others are as silent
     */
    record Symptoms(
            String contender,
            Optional<Step> underWay,
            Sighting before,
            Sighting now,
            Duration silence,
            Duration suspicious,
            Duration standstill,
            Company company) {}

    /** Whether anybody else could end the wait. */
    enum Company {
        ALONE,
        OTHERS_ARE_HELD,
        /** Nobody is held, nothing is in the database, and others do nothing in the application either. */
        OTHERS_ARE_SILENT
    }

    static Diagnosis of(Symptoms symptoms, Patience patience) {
        return symptoms.underWay()
                .map(step -> inDatabase(step, symptoms, patience))
                .orElseGet(() -> inApplication(symptoms, patience));
    }

    private static Diagnosis inDatabase(Step step, Symptoms symptoms, Patience patience) {
        if (symptoms.before() instanceof Sighting.Active before && symptoms.now() instanceof Sighting.Active now) {
            if (now.conflicts() > before.conflicts()) {
                return new Blocked(
                        Standing.Where.DATABASE,
                        "%s waits for a document that an open transaction has written"
                                .formatted(step.command().text()));
            }
            if (before.waitingForLock() && now.waitingForLock()) {
                return new Blocked(
                        Standing.Where.DATABASE,
                        "%s waits for a lock of the database"
                                .formatted(step.command().text()));
            }
        }
        return symptoms.silence().compareTo(patience.database()) < 0
                ? new Slow()
                : new Lost("The database has not answered %s of %s for %s, and does not say that it waits for another."
                        .formatted(step.command().text(), symptoms.contender(), Silence.text(symptoms.silence())));
    }

    private static Diagnosis inApplication(Symptoms symptoms, Patience patience) {
        if (symptoms.now() instanceof Sighting.BehindLock lock && lock.equals(symptoms.before())) {
            return new Blocked(
                    Standing.Where.APPLICATION, "waits for %s, which %s has".formatted(lock.lock(), lock.owner()));
        }
        boolean busy = symptoms.now() instanceof Sighting.Active;
        if (!busy
                && symptoms.company() == Company.OTHERS_ARE_HELD
                && symptoms.silence().compareTo(symptoms.suspicious()) >= 0) {
            return new Blocked(
                    Standing.Where.APPLICATION,
                    "has done nothing for %s while others are held".formatted(Silence.text(symptoms.silence())));
        }
        if (!busy
                && symptoms.company() == Company.OTHERS_ARE_SILENT
                && symptoms.silence().compareTo(symptoms.standstill()) >= 0) {
            return new Blocked(
                    Standing.Where.APPLICATION,
                    "has done nothing for %s, though no command is held, while others have done nothing either"
                            .formatted(Silence.text(symptoms.silence())));
        }
        return symptoms.silence().compareTo(patience.application()) < 0
                ? new Slow()
                : new Lost("%s has neither sent a command nor come to its end for %s: the application does not answer."
                        .formatted(symptoms.contender(), Silence.text(symptoms.silence())));
    }
}
