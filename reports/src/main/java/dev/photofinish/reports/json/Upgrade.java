package dev.photofinish.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.reports.RunReport;

/** Makes a report that an older version wrote one of today's, with nothing where it did not know of something. */
record Upgrade(ObjectNode report) {

    ObjectNode toNow() {
        int written = report.path("schema").intValue();
        if (written < 2) {
            bringExplorations();
        }
        if (written < 3) {
            bringDoubts();
        }
        return report.put("schema", RunReport.SCHEMA);
    }

    private void bringExplorations() {
        report.putArray("explorations");
        report.putArray("matrices");
    }

    private void bringDoubts() {
        for (JsonNode exploration : report.path("explorations")) {
            if (exploration instanceof ObjectNode explored) {
                explored.putArray("doubts");
            }
        }
    }
}
