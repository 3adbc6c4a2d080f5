package dev.photofinish.misty;

import dev.photofinish.misty.auth.Tokens;
import dev.photofinish.misty.catalogue.Catalogue;
import dev.photofinish.misty.catalogue.CatalogueEndpoints;
import dev.photofinish.misty.clients.ClientEndpoints;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.health.Health;
import dev.photofinish.misty.invoicing.Invoicing;
import dev.photofinish.misty.orders.CountedOrderNumbers;
import dev.photofinish.misty.orders.HighestPlusOneOrderNumbers;
import dev.photofinish.misty.orders.OrderEdits;
import dev.photofinish.misty.orders.OrderEndpoints;
import dev.photofinish.misty.orders.OrderNumbers;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.ReadThenReplaceOrderEdits;
import dev.photofinish.misty.orders.VersionedOrderEdits;
import dev.photofinish.misty.payroll.Payroll;
import dev.photofinish.misty.production.Production;
import dev.photofinish.misty.stock.Allocation;
import dev.photofinish.misty.stock.FindThenSetAllocation;
import dev.photofinish.misty.stock.GuardedAllocation;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.stock.Lots;
import dev.photofinish.misty.stock.StockEndpoints;
import dev.photofinish.misty.store.Numbers;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.SignIn;
import dev.photofinish.misty.users.UserAdministration;
import dev.photofinish.misty.users.Users;
import java.util.List;

/** Puts the application together: which features there are and what each needs. */
final class Misty {

    private Misty() {}

    static List<Feature> features(MistySettings settings, Store store, Tokens tokens) {
        Users users = new Users(store, settings.clock());
        users.seed(settings.adminPassword(), settings.password());
        Clients clients = new Clients(store, settings.clock());
        Ledger ledger = new Ledger(store, settings.clock());
        Lots lots = new Lots(store, ledger, settings.clock());
        Orders orders = new Orders(store, settings.clock());
        return List.of(
                new Health(settings.clock()),
                new SignIn(users, tokens),
                new UserAdministration(users),
                new ClientEndpoints(clients, orders),
                new CatalogueEndpoints(new Catalogue(store, settings.clock()), clients),
                new StockEndpoints(lots, ledger, allocation(settings.hazards(), lots, ledger)),
                new OrderEndpoints(
                        store,
                        orders,
                        orderNumbers(settings.hazards(), store),
                        orderEdits(settings.hazards(), orders),
                        clients,
                        ledger,
                        settings.clock()),
                new Invoicing(store, orders, clients, ledger, settings.hazards(), settings.clock()),
                new Production(store, orders, ledger, settings.hazards(), settings.clock()),
                new Payroll(store, users, settings.hazards(), settings.clock()));
    }

    private static Allocation allocation(Hazards hazards, Lots lots, Ledger ledger) {
        return hazards.choose(
                Hazard.STOCK_ALLOCATION,
                () -> new FindThenSetAllocation(lots, ledger, hazards),
                () -> new GuardedAllocation(lots, ledger));
    }

    private static OrderNumbers orderNumbers(Hazards hazards, Store store) {
        return hazards.choose(
                Hazard.ORDER_NUMBER,
                () -> new HighestPlusOneOrderNumbers(store, hazards),
                () -> new CountedOrderNumbers(store, new Numbers(store)));
    }

    private static OrderEdits orderEdits(Hazards hazards, Orders orders) {
        return hazards.choose(
                Hazard.ORDER_EDIT,
                () -> new ReadThenReplaceOrderEdits(orders, hazards),
                () -> new VersionedOrderEdits(orders));
    }
}
