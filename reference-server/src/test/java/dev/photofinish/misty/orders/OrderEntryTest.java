package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EveryEngine
class OrderEntryTest {

    private static final Caller SOMEBODY = new Caller("u", "somebody", Role.ADMIN);

    @Test
    void noOrderStaysForAClientThatWentMeanwhile(TestDatabase database) {
        try (TestMisty misty = TestMisty.on(database.uri());
                Store store = misty.store()) {
            String client = new Given(misty).client();
            Clock clock = Clock.systemUTC();
            var numbers = new DeletesTheClientMeanwhile(misty, client);
            var entry = new OrderEntry(new Orders(store, clock), numbers, new Clients(store, clock), clock);

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> entry.enter(orderFor(client), SOMEBODY))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404));
            assertThat(misty.documents("orders", Filters.empty())).isEmpty();
            assertThat(misty.document("clients", client).getBoolean("is_active"))
                    .isFalse();
        }
    }

    private static OrderBody orderFor(String client) {
        return new OrderBody(
                Optional.of(client),
                Optional.of(new DueDate(Instant.EPOCH)),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Stands between the look at the client and the order's insert. */
    private record DeletesTheClientMeanwhile(TestMisty misty, String client) implements OrderNumbers {

        @Override
        public String next(Year year) {
            assertThat(misty.as("admin").delete("/api/clients/" + client).status())
                    .isEqualTo(200);
            return OrderNumbers.format(year, 1);
        }

        @Override
        public void skipTaken(Year year) {}
    }
}
