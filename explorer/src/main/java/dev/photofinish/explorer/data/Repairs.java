package dev.photofinish.explorer.data;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/** Puts what the contest wrote to one collection back, and looks again as long as somebody writes meanwhile. For one thread, once. */
final class Repairs {

    /** Who is not done by then never will be. */
    private static final int ATTEMPTS = 5;

    private final MongoClient client;
    private final MongoCollection<RawBsonDocument> collection;
    private final CollectionImage image;
    private final Supplier<Claims> claims;
    private Account last = Account.NOTHING;

    Repairs(
            MongoClient client,
            MongoCollection<RawBsonDocument> collection,
            CollectionImage image,
            Supplier<Claims> claims) {
        this.client = client;
        this.collection = collection;
        this.image = image;
        this.claims = claims;
    }

    Repaired carriedOut(Optional<List<RawBsonDocument>> seen, boolean remade) {
        List<RawBsonDocument> found = seen.orElseGet(() -> CollectionImage.found(collection));
        Account account = account(found);
        Restoration whole = new Restoration(client, collection, image);
        if (whole.placesAreReused() && isAllOfTheContest(account)) {
            return new Repaired(image, account, whole.carriedOut(Optional.of(found), remade));
        }
        boolean written = !account.hasNothingToPutBack();
        boolean moved = writeBack(account);
        boolean indexed = remade && whole.restoreIndexes();
        CollectionImage now = moved ? image.inOrderOf(CollectionImage.found(collection)) : image;
        return new Repaired(now, last, written || indexed);
    }

    /** Whether documents may now stand in another natural order than before. */
    private boolean writeBack(Account first) {
        last = first;
        boolean moved = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (last.hasNothingToPutBack()) {
                return moved;
            }
            Repair repair = new Repair(collection, last);
            moved |= attempt > 0 || !last.gone().isEmpty();
            if (attempt == 0 ? repair.carriedOut() : repair.carriedOutInTwoSteps()) {
                return moved;
            }
            last = account(CollectionImage.found(collection));
        }
        throw new CannotRestore(image.namespace().getFullName()
                + " is written by somebody else again and again while it is put back."
                + " Stop what else uses this database, or have it made anew for each schedule.");
    }

    private Account account(List<RawBsonDocument> found) {
        return Account.of(image, found, claims.get());
    }

    private static boolean isAllOfTheContest(Account account) {
        return account.nobodys().isEmpty() && account.strangers().isEmpty();
    }
}
