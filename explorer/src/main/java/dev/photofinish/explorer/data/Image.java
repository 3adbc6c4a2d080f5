package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;

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

    /** What was taken before, by somebody else. */
    static Image taken(MongoClient client, Map<MongoNamespace, CollectionImage> before) {
        Image image = new Image(client);
        image.collections.putAll(before);
        return image;
    }

    Optional<CollectionImage> in(MongoNamespace namespace) {
        return Optional.ofNullable(collections.get(namespace));
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
     * Takes back what stands in the ledger, and nothing else.
     *
     * @param seen what some of them hold now
     * @param remade those whose indexes may be others than they were
     * @param page what the contest has written so far; asked after each look at the documents
     * @return who else has written
     * @throws CannotRestore as {@link #restore()}
     */
    Strangers repair(Contents seen, Set<MongoNamespace> remade, Supplier<Ledger.Page> page) {
        List<CollectionImage> images = List.copyOf(collections.values());
        List<Repaired> repaired = AtOnce.ask(
                images,
                image -> image.repair(
                        client,
                        seen.in(image.namespace()),
                        remade.contains(image.namespace()),
                        () -> page.get().claims(image.namespace())));
        repaired.forEach(one -> collections.put(one.image().namespace(), one.image()));
        repaired.stream()
                .filter(Repaired::written)
                .findFirst()
                .ifPresent(one -> Majority.await(client, one.image().namespace()));
        Map<MongoNamespace, Account> accounts = new LinkedHashMap<>();
        repaired.forEach(one -> accounts.put(one.image().namespace(), one.account()));
        return Strangers.in(accounts);
    }

    /** Who else than those in the ledger has written, by what was seen. */
    Strangers strangers(Contents seen, Ledger.Page page) {
        Map<MongoNamespace, Account> accounts = new LinkedHashMap<>();
        collections.forEach((namespace, image) -> seen.in(namespace)
                .ifPresent(found -> accounts.put(namespace, Account.of(image, found, page.claims(namespace)))));
        return Strangers.in(accounts);
    }

    /** What they held, by full name. */
    public Map<String, List<BsonDocument>> byName() {
        Map<String, List<BsonDocument>> named = new LinkedHashMap<>();
        collections.forEach((namespace, image) -> named.put(namespace.getFullName(), List.copyOf(image.documents())));
        return named;
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
