package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What collections held after the given steps, to be put back before each schedule.
 *
 * <p>What the contest wrote is taken back in place, so that natural order and indexes stay; that takes a tenth of the time of
 * dropping a collection. A collection that did not exist is <em>emptied</em>, not dropped: the application may have made its indexes
 * when it first used it, and would not make them again. So the first schedule alone sees it come into being.
 *
 * <p>A collection may be {@linkplain #cover covered} at any time before somebody first writes to it: right before a write is
 * let through, for instance. For one thread. Every transaction must have ended before {@link #restore}: one that is open blocks
 * it if it has written what is to be taken back, and otherwise is not noticed and may commit later
 * ({@link dev.photofinish.explorer.mongo.Operations#openTransactions} finds it).
 */
public final class Image {

    private final MongoClient client;
    private final Map<MongoNamespace, CollectionImage> collections = new LinkedHashMap<>();

    private Image(MongoClient client) {
        this.client = client;
    }

    /**
     * Takes the image of collections, existing or not.
     *
     * @throws CannotRestore if one is too large, capped, a view or a time series
     */
    public static Image of(MongoClient client, Set<MongoNamespace> namespaces) {
        Image image = new Image(client);
        image.cover(namespaces);
        return image;
    }

    /**
     * Takes the image of those collections of which there is none yet. Nobody may have written to them since the given steps.
     *
     * @throws CannotRestore if one is too large, capped, a view or a time series
     */
    public void cover(Collection<MongoNamespace> namespaces) {
        namespaces.forEach(namespace -> collections.computeIfAbsent(
                namespace, missing -> CollectionImage.take(client, missing, Bound.DEFAULT)));
    }

    /** The collections of which there is an image, in the order in which it was taken. */
    public List<MongoNamespace> covered() {
        return List.copyOf(collections.keySet());
    }

    /**
     * Puts all of them back as they were.
     *
     * @throws CannotRestore if the database refuses, does not answer within ten seconds (a transaction that was left open
     *     blocks it), or holds something else afterwards
     */
    public void restore() {
        restore(Contents.UNKNOWN, collections.keySet());
    }

    /**
     * Puts all of them back; spares itself what is already known of them.
     *
     * @param seen what some of them hold now
     * @param remade those whose indexes may be others than they were
     * @throws CannotRestore as {@link #restore()}
     */
    public void restore(Contents seen, Set<MongoNamespace> remade) {
        List<CollectionImage> images = List.copyOf(collections.values());
        List<Boolean> changed = AtOnce.ask(
                images, image -> image.restore(client, seen.in(image.namespace()), remade.contains(image.namespace())));
        int some = changed.indexOf(true);
        if (some >= 0) {
            Majority.await(client, images.get(some).namespace());
        }
    }
}
