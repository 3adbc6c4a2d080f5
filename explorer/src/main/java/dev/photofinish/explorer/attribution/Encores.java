package dev.photofinish.explorer.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;

/**
 * What is sent again and again, word for word, by a contender that has its answer and beside whom nobody is under way: who looks
 * for something that others do would not look for it then. Guarded by the {@link Attribution} that uses it.
 */
final class Encores {

    /** Who sends the same so often has no end. */
    private static final int ENDLESS = 10;

    private final Map<BsonDocument, List<Encore>> byValues = new HashMap<>();

    /** @param sent as it came, at that time */
    record Encore(BsonDocument sent, long atNanos) {}

    /**
     * It has come.
     *
     * @return all of them, if there have been so many that there is no end; else nothing
     */
    List<Encore> add(BsonDocument sent, long now) {
        List<Encore> same = byValues.computeIfAbsent(Background.values(sent), unseen -> new ArrayList<>());
        same.add(new Encore(sent, now));
        return same.size() < ENDLESS ? List.of() : List.copyOf(same);
    }
}
