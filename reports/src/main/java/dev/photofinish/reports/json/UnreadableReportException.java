package dev.photofinish.reports.json;

import java.io.IOException;

/** A file is no run report that this version can read; the message says where it is wrong and what to do. */
public final class UnreadableReportException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableReportException(String message) {
        super(message);
    }

    UnreadableReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
