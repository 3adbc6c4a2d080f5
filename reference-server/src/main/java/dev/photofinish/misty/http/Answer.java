package dev.photofinish.misty.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers: a status and a body that becomes JSON. */
public record Answer(int status, Object body) {

    /** 200 with the body as it is; a few endpoints of the original answer so. */
    public static Answer bare(Object body) {
        return new Answer(200, body);
    }

    /** 200 in the usual envelope. */
    public static Answer ok(String message, Map<String, ?> data) {
        return new Answer(200, envelope(message, data));
    }

    /** 200 in the usual envelope, with a list as its data. */
    public static Answer ok(String message, Iterable<?> data) {
        return new Answer(200, envelope(message, data));
    }

    /** 200 in the usual envelope, with {@code data: null}. */
    public static Answer ok(String message) {
        return new Answer(200, envelope(message, null));
    }

    private static Map<String, Object> envelope(String message, @Nullable Object data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("message", message);
        envelope.put("data", data);
        return envelope;
    }
}
