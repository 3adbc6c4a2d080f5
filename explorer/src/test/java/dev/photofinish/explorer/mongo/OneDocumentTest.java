package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.step.Grain;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a collection with a unique index on {@code (employee, week)}, and nothing else that is unique but {@code _id}. */
class OneDocumentTest {

    private static final Set<String> WEEK = Set.of("employee", "week");

    private static final Uniqueness UNIQUENESS = new Uniqueness(
            Set.of(List.of("_id"), List.of("employee", "week")),
            Set.of(Set.of("_id"), WEEK),
            Set.of(Set.of("_id"), WEEK),
            Set.of("_id", "employee", "week"),
            false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{q: {_id: 1}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: {$eq: 1}}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {$and: [{_id: 1}]}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: {tenant: 1, name: 'x'}}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: 1}, u: {_id: 1, a: 1}, upsert: true}",
                "{q: {_id: 1}, u: [{$set: {a: 1}}], upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {$setOnInsert: {hours: 0}}, upsert: true}",
                "{q: {week: 1, $and: [{employee: 'e'}]}, u: {$inc: {hours: 1}}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {employee: 'e', week: 1.0, hours: 3}, upsert: true}"
            })
    void anUpsertByOneIdentityIsOneStep(String statement) {
        assertThat(grain("{update: 's', updates: [" + statement + "]}")).isEqualTo(Grain.ATOMIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{q: {_id: 1, version: 3}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: {$gt: 1}}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: {$eq: 1, $ne: 2}}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: {$in: [1]}}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: null}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {$or: [{_id: 1}]}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {_id: 1}, u: {$set: {a: 1}}, upsert: true, collation: {locale: 'en'}}",
                "{q: {_id: 1}, u: {$set: {a: 1}}, upsert: true, multi: true}",
                "{q: {employee: 'e'}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {employee: 'e', week: null}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {employee: 'e', week: 1, _id: 5}, u: {$set: {a: 1}}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {$set: {week: 2}}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {$setOnInsert: {_id: 7}}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {employee: 'e', hours: 3}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {employee: 'e', week: 2}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: {_id: 5, employee: 'e', week: 1}, upsert: true}",
                "{q: {employee: 'e', week: 1}, u: [{$set: {a: 1}}], upsert: true}",
                "{q: {employee: {a: 1}, week: 1}, u: {week: 1}, upsert: true}",
                "{q: {note: 'x'}, u: {$set: {a: 1}}, upsert: true}"
            })
    void anyOtherUpsertIsTwo(String statement) {
        assertThat(grain("{update: 's', updates: [" + statement + "]}")).isEqualTo(Grain.COMPOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{update: 's', updates: [{q: {_id: {$in: [1]}}, u: {$set: {a: 1}}, multi: true}]}",
                "{update: 's', updates: [{q: {_id: 1, a: {$gt: 3}}, u: {$set: {a: 1}}, multi: true}]}",
                "{delete: 's', deletes: [{q: {employee: 'e', $and: [{week: 2}, {hours: 0}]}, limit: 0}]}",
                "{findAndModify: 's', query: {_id: 1}, update: {$set: {a: 1}}, upsert: true}"
            })
    void anUpdateOfManyThatCanMeetOneIsOneStep(String command) {
        assertThat(grain(command)).isEqualTo(Grain.ATOMIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{update: 's', updates: [{q: {_id: {$in: [1, 2]}}, u: {$set: {a: 1}}, multi: true}]}",
                "{update: 's', updates: [{q: {_id: {$in: [null]}}, u: {$set: {a: 1}}, multi: true}]}",
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}, multi: true, collation: {locale: 'en'}}]}",
                "{delete: 's', deletes: [{q: {employee: 'e'}, limit: 0}]}",
                "{delete: 's', deletes: [{q: {$or: [{_id: 1}, {_id: 2}]}, limit: 0}]}",
                "{delete: 's', deletes: [{q: {_id: 1}, limit: 1}, {q: {_id: 2}, limit: 1}]}",
                "{findAndModify: 's', query: {_id: 1, v: 2}, update: {$set: {a: 1}}, upsert: true}"
            })
    void oneThatCanMeetTwoIsNot(String command) {
        assertThat(grain(command)).isEqualTo(Grain.COMPOUND);
    }

    private static Grain grain(String command) {
        return new CommandReader(namespace -> UNIQUENESS, Masking.BY_NAME)
                .read("shop", BsonDocument.parse(command))
                .accesses()
                .getFirst()
                .grain();
    }
}
