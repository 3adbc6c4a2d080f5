package dev.photofinish.explorer.wire;

import dev.photofinish.misty.database.TestDatabase;

/** A shop whose commands come through a gate of its own. */
record GatedShop(WireGate gate, Shop shop) implements AutoCloseable {

    static GatedShop open(TestDatabase database) throws Exception {
        WireGate gate = TestGates.open(database.uri());
        return new GatedShop(gate, new Shop(TestGates.client(gate), database.name()));
    }

    @Override
    public void close() {
        shop.client().close();
        gate.close();
    }
}
