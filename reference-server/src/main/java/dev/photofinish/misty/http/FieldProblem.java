package dev.photofinish.misty.http;

import java.util.List;
import java.util.Map;

/** What is wrong with which field of a request: {@code where} is {@code body}, {@code query} or {@code path}. */
public record FieldProblem(String where, String field, String message) {

    Map<String, Object> asDetail() {
        return Map.of(
                "loc", field.isEmpty() ? List.of(where) : List.of(where, field), "msg", message, "type", "value_error");
    }

    @Override
    public String toString() {
        return where + (field.isEmpty() ? "" : "." + field) + ": " + message;
    }
}
