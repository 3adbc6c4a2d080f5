package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Passage;

/** A reply on its way back. Whoever waits for it gets it in any case: it is true. */
record Delivery(Runnable reply) implements Passage {

    @Override
    public void proceed() {
        reply.run();
    }

    @Override
    public void drop() {
        reply.run();
    }
}
