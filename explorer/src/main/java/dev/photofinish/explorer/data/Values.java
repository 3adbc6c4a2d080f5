package dev.photofinish.explorer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * What one field of a document can be after some updates, in whatever order they were carried out: what it was, or what one of
 * them set it to, with what others added. For one thread.
 */
final class Values {

    /** More sums than this, and anything will do. */
    private static final int MANY = 256;

    private final List<Optional<BsonValue>> bases = new ArrayList<>();
    private List<BsonValue> sums = List.of(new BsonInt32(0));
    private boolean anything;

    Values(Optional<BsonValue> before) {
        bases.add(before);
    }

    /** @param others that touch the same field, of which one that sets it may come after it */
    void update(Statement.Update update, String field, List<Statement.Update> others) {
        switch (update.effect().on(field)) {
            case Effect.OnField.Stays stays -> {}
            case Effect.OnField.IsSet set -> bases.add(Optional.of(set.value()));
            case Effect.OnField.IsRemoved removed -> bases.add(Optional.empty());
            case Effect.OnField.Unforeseeable unforeseeable -> anything = true;
            case Effect.OnField.IsAdded added -> {
                boolean lasting = update.certainty() == Statement.Certainty.MET_ONE
                        && others.stream().allMatch(other -> onlyAdds(other, field));
                add(added.number(), lasting);
            }
        }
    }

    private static boolean onlyAdds(Statement.Update update, String field) {
        Effect.OnField effect = update.effect().on(field);
        return effect instanceof Effect.OnField.IsAdded || effect instanceof Effect.OnField.Stays;
    }

    private void add(BsonValue number, boolean lasting) {
        List<BsonValue> more = new ArrayList<>(lasting ? List.of() : sums);
        sums.forEach(sum -> more.add(Numbers.sum(sum, number)));
        sums = more;
        anything |= sums.size() > MANY;
    }

    boolean include(Optional<BsonValue> after) {
        return anything || bases.stream().anyMatch(base -> sums.stream().anyMatch(sum -> isSum(base, sum, after)));
    }

    private static boolean isSum(Optional<BsonValue> base, BsonValue sum, Optional<BsonValue> after) {
        boolean nothingAdded = Numbers.equal(sum, new BsonInt32(0));
        if (nothingAdded && base.equals(after)) {
            return true;
        }
        if (after.isEmpty() || !after.get().isNumber()) {
            return false;
        }
        return base.map(value -> value.isNumber() && Numbers.equal(Numbers.sum(value, sum), after.get()))
                .orElseGet(() -> Numbers.equal(sum, after.get()));
    }
}
