package dev.photofinish.reports;

import java.util.Optional;

/**
 * What was tested.
 *
 * @param label a short name for tables, such as "racy code"; the address where nobody gave one
 * @param url the API's address
 * @param database a description of the database without credentials; empty if it was not reached directly
 * @param expected violated for code that is racy on purpose, to prove that the harness sees it; empty for all other
 */
public record DeploymentInfo(String label, String url, Optional<String> database, Optional<Verdict> expected) {

    public DeploymentInfo(String label, String url, Optional<String> database) {
        this(label, url, database, Optional.empty());
    }

    /** Whether it is meant to break: a violation is then what the run is there to show. */
    public boolean racyOnPurpose() {
        return expected.filter(Verdict.VIOLATED::equals).isPresent();
    }
}
