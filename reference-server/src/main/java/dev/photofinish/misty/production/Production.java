package dev.photofinish.misty.production;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;

/** Stage moves with their log, the board, job cards. */
public final class Production implements Feature {

    private final Outbox outbox;
    private final StageEndpoints stages;
    private final JobCardEndpoints jobCards;

    /** Makes sure of the collections' indexes. */
    public Production(Store store, Orders orders, Ledger ledger, Hazards hazards, InstantSource clock) {
        this.outbox = new Outbox(store);
        ProductionLog log = new ProductionLog(store, clock);
        Archive archive = new Archive(store, hazards, clock);
        StageMoves moves = hazards.choose(
                Hazard.STAGE_MOVE,
                () -> new ReadThenSetStageMoves(store, log, archive, ledger, hazards, clock),
                () -> new GuardedStageMoves(orders, log, archive, ledger, outbox));
        this.stages = new StageEndpoints(orders, moves, log, new Board(store));
        this.jobCards = new JobCardEndpoints(new JobCards(store, clock));
    }

    @Override
    public void addTo(Routes routes) {
        stages.addTo(routes);
        jobCards.addTo(routes);
    }

    @Override
    public void recover() {
        outbox.deliverAll(Orders.COLLECTION);
    }
}
