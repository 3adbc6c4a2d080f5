package dev.photofinish.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.reports.RunReport;
import java.util.stream.Stream;

/** Makes a report that an older version wrote one of today's, with nothing where it did not know of something. */
record Upgrade(ObjectNode report) {

    ObjectNode toNow() {
        int written = report.path("schema").intValue();
        if (written < 2) {
            bringExplorations();
        }
        if (written < 3) {
            bringDoubts();
            bringSamples();
            bringCourses();
            report.putArray("notDone");
        }
        if (written < 4) {
            bringOthers();
        }
        bringUnsafe();
        return report.put("schema", RunReport.SCHEMA);
    }

    private void bringExplorations() {
        report.putArray("explorations");
        report.putArray("matrices");
    }

    /** What had been sampled was counted among the schedules that were run. */
    private void bringSamples() {
        for (JsonNode exploration : report.path("explorations")) {
            if (exploration.path("coverage") instanceof ObjectNode coverage) {
                coverage.put("togetherViolating", 0);
            }
            for (JsonNode discovery : exploration.path("discoveries")) {
                if (discovery instanceof ObjectNode found) {
                    found.put("sampled", 0);
                }
            }
        }
    }

    /** Each rule had an interleaving of its own. */
    private void bringOthers() {
        for (JsonNode exploration : report.path("explorations")) {
            for (JsonNode discovery : exploration.path("discoveries")) {
                if (discovery instanceof ObjectNode found) {
                    found.putArray("alsoBreaks");
                }
            }
        }
    }

    /** Whether one had ended early was not written down. */
    private void bringCourses() {
        for (JsonNode contest : report.path("contests")) {
            if (contest instanceof ObjectNode raced) {
                JsonNode tally = raced.path("tally");
                int rounds = Stream.of("held", "violated", "inconclusive")
                        .mapToInt(verdict -> tally.path(verdict).asInt())
                        .sum();
                raced.putObject("course").put("asked", rounds).putArray("doubts");
            }
        }
    }

    /** Came while the version was the same. */
    private void bringUnsafe() {
        for (JsonNode exploration : report.path("explorations")) {
            if (exploration instanceof ObjectNode explored && !explored.has("unsafe")) {
                explored.putObject("unsafe").put("counts", "as_doubt").putArray("pairs");
            }
        }
    }

    private void bringDoubts() {
        for (JsonNode exploration : report.path("explorations")) {
            if (exploration instanceof ObjectNode explored) {
                explored.putArray("doubts");
            }
        }
    }
}
