package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.production.Archive;
import dev.photofinish.misty.production.ProductionLog;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.Clock;

/** Invoices, transactions and the archive of cleared orders. */
public final class Invoicing implements Feature {

    private final Outbox outbox;
    private final InvoiceEndpoints endpoints;

    /** Makes sure of the collections' indexes. */
    public Invoicing(Store store, Orders orders, Clients clients, Ledger ledger, Hazards hazards, Clock clock) {
        this.outbox = new Outbox(store);
        ProductionLog log = new ProductionLog(store, clock);
        Invoices invoices = new Invoices(store, hazards, clock);
        Billing billing = hazards.choose(
                Hazard.INVOICE,
                () -> new CountedInvoices(orders, clients, invoices, store, hazards),
                () -> new GuardedBilling(orders, clients, invoices, log, outbox));
        this.endpoints = new InvoiceEndpoints(
                billing,
                invoices,
                new Transactions(store, orders, log, ledger, outbox),
                new Archive(store, hazards, clock));
    }

    @Override
    public void addTo(Routes routes) {
        endpoints.addTo(routes);
    }

    /** After the indexes of everything that an order's outbox may hold were made. */
    @Override
    public void recover() {
        outbox.deliverAll(Orders.COLLECTION);
    }
}
