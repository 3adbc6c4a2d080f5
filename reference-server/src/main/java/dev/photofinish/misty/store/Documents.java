package dev.photofinish.misty.store;

import com.mongodb.client.FindIterable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Stored documents as the API shows them: without MongoDB's own key and our bookkeeping, dates without a zone. */
public final class Documents {

    private static final DateTimeFormatter ISO_WITHOUT_ZONE =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

    private Documents() {}

    public static Map<String, Object> shown(Document document) {
        Map<String, Object> shown = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            if (!key.equals("_id") && !Outbox.keeps(key)) {
                shown.put(key, value(value));
            }
        });
        return shown;
    }

    public static List<Map<String, Object>> shown(FindIterable<Document> documents) {
        return documents.map(Documents::shown).into(new ArrayList<>());
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case Document document -> shown(document);
            case List<?> list -> list.stream().map(Documents::value).toList();
            case Date date -> ISO_WITHOUT_ZONE.format(date.toInstant());
            case Decimal128 decimal -> decimal.doubleValue();
            case Instant instant -> ISO_WITHOUT_ZONE.format(instant);
            default -> value;
        };
    }
}
