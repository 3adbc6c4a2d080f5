package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Places places = new Places();

    @Test
    void whatTheyOnlyReadMayBeReadByAnybody() {
        places.areUsedBy(command("{find: 'stock'}"));

        assertThat(places.areApartFrom(command("{find: 'stock'}"))).isTrue();
        assertThat(places.areApartFrom(command("{insert: 'stock', documents: [{_id: 1}]}")))
                .isFalse();
    }

    @Test
    void whatTheyWriteMayNotEvenBeRead() {
        places.areUsedBy(command("{insert: 'stock', documents: [{_id: 1}]}"));

        assertThat(places.areApartFrom(command("{find: 'stock'}"))).isFalse();
        assertThat(places.areApartFrom(command("{find: 'jobs'}"))).isTrue();
    }

    @Test
    void whatNobodyKnowsOfMayBeAnywhere() {
        places.areUsedBy(command("{find: 'stock'}"));

        assertThat(places.areApartFrom(command("{dropDatabase: 1}"))).isFalse();
    }

    private Command command(String sent) {
        return reader.read("shop", BsonDocument.parse(sent));
    }
}
