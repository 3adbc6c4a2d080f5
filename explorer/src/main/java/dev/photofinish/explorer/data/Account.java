package dev.photofinish.explorer.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * In what a collection is not as it was, and whose doing that is. Pure.
 *
 * @param came documents of the contest that are new, as they are now
 * @param changed documents that the contest has changed
 * @param gone documents that the contest has deleted, as they were
 * @param nobodys the ids of those that background jobs wrote, and that are left as they are
 * @param strangers the ids of those that somebody else wrote past the gate, the contest's among them
 * @param shared how many of them the contest has written, too
 * @param jobs how many documents of the contest, or that were there before it, a background job has changed or removed
 */
record Account(
        List<RawBsonDocument> came,
        List<Changed> changed,
        List<RawBsonDocument> gone,
        List<BsonValue> nobodys,
        List<BsonValue> strangers,
        int shared,
        int jobs) {

    static final Account NOTHING = new Account(List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0);

    /** A document before and after. */
    record Changed(RawBsonDocument was, RawBsonDocument is) {}

    static Account of(CollectionImage image, List<RawBsonDocument> found, Claims claims) {
        return new Sorting(claims, image.expires()).sort(image.documents(), found);
    }

    boolean hasNothingToPutBack() {
        return came.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }

    /** Byte by byte, without decoding them. */
    static boolean same(RawBsonDocument one, RawBsonDocument other) {
        return one.getByteBuffer().asNIO().equals(other.getByteBuffer().asNIO());
    }

    static BsonValue id(RawBsonDocument document) {
        return document.get("_id", new BsonString(""));
    }

    /** Puts each document where it belongs. For one thread, once. */
    private static final class Sorting {

        private final Claims claims;
        private final boolean expires;
        private final List<RawBsonDocument> came = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();
        private final List<RawBsonDocument> gone = new ArrayList<>();
        private final List<BsonValue> nobodys = new ArrayList<>();
        private final List<BsonValue> strangers = new ArrayList<>();
        private int shared;
        private int jobs;

        Sorting(Claims claims, boolean expires) {
            this.claims = claims;
            this.expires = expires;
        }

        Account sort(List<RawBsonDocument> before, List<RawBsonDocument> found) {
            int alike = alike(before, found);
            Map<BsonValue, RawBsonDocument> missing = new LinkedHashMap<>();
            before.subList(alike, before.size()).forEach(document -> missing.put(id(document), document));
            for (RawBsonDocument is : found.subList(alike, found.size())) {
                RawBsonDocument was = missing.remove(id(is));
                if (was == null) {
                    came(is);
                } else if (!same(was, is)) {
                    changed(new Changed(was, is));
                }
            }
            missing.values().forEach(this::gone);
            return new Account(came, changed, gone, nobodys, strangers, shared, jobs);
        }

        /** How many of the first are the same: nearly all, as a rule. */
        private static int alike(List<RawBsonDocument> before, List<RawBsonDocument> found) {
            int place = 0;
            while (place < before.size() && place < found.size() && same(before.get(place), found.get(place))) {
                place++;
            }
            return place;
        }

        private void came(RawBsonDocument is) {
            if (isTheContests(claims.ofNew(is), id(is))) {
                came.add(is);
            }
        }

        private void changed(Changed change) {
            Claims.Author author = claims.ofChanged(change.was(), change.is());
            jobs += author == Claims.Author.NOBODY ? 1 : 0;
            if (isTheContests(author, id(change.is()))) {
                changed.add(change);
            }
        }

        private void gone(RawBsonDocument was) {
            Claims.Author author = claims.ofGone(was);
            jobs += author == Claims.Author.NOBODY ? 1 : 0;
            boolean byItself = expires && author == Claims.Author.SOMEBODY_ELSE;
            if (isTheContests(byItself ? Claims.Author.NOBODY : author, id(was))) {
                gone.add(was);
            }
        }

        private boolean isTheContests(Claims.Author author, BsonValue id) {
            switch (author) {
                case CONTEST -> {
                    return true;
                }
                case CONTEST_AND_JOB -> {
                    jobs++;
                    return true;
                }
                case NOBODY -> nobodys.add(id);
                case SOMEBODY_ELSE -> strangers.add(id);
                case BOTH -> {
                    strangers.add(id);
                    shared++;
                }
            }
            return false;
        }
    }
}
