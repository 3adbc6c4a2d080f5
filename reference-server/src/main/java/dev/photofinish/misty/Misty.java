package dev.photofinish.misty;

import dev.photofinish.misty.auth.Tokens;
import dev.photofinish.misty.catalogue.Catalogue;
import dev.photofinish.misty.catalogue.CatalogueEndpoints;
import dev.photofinish.misty.clients.ClientEndpoints;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.health.Health;
import dev.photofinish.misty.invoicing.Invoicing;
import dev.photofinish.misty.orders.OrderEdits;
import dev.photofinish.misty.orders.OrderEndpoints;
import dev.photofinish.misty.orders.OrderNumbers;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.payroll.Payroll;
import dev.photofinish.misty.production.Production;
import dev.photofinish.misty.stock.Allocation;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.stock.Lots;
import dev.photofinish.misty.stock.StockEndpoints;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.SignIn;
import dev.photofinish.misty.users.UserAdministration;
import dev.photofinish.misty.users.Users;
import java.time.Clock;
import java.util.List;

/** Puts the application together: which features there are and what each needs. */
final class Misty {

    private Misty() {}

    static List<Feature> features(MistySettings settings, Store store, Tokens tokens) {
        Clock clock = settings.clock();
        Hazards hazards = settings.hazards();
        Users users = new Users(store, clock);
        users.seed(settings.adminPassword(), settings.password());
        Clients clients = new Clients(store, clock);
        Orders orders = new Orders(store, clock);
        Ledger ledger = new Ledger(store, clock);
        Lots lots = new Lots(store, ledger, clock);
        OrderNumbers numbers = OrderNumbers.with(hazards, store);
        OrderEdits edits = OrderEdits.with(hazards, orders);
        return List.of(
                new Health(clock),
                new SignIn(users, tokens),
                new UserAdministration(users),
                new ClientEndpoints(clients, orders),
                new CatalogueEndpoints(new Catalogue(store, clock), clients),
                new StockEndpoints(lots, ledger, Allocation.with(hazards, lots, ledger)),
                new OrderEndpoints(store, orders, numbers, edits, clients, ledger, clock),
                new Production(store, orders, ledger, hazards, clock),
                new Payroll(store, users, hazards, clock),
                new Invoicing(store, orders, clients, ledger, hazards, clock));
    }
}
