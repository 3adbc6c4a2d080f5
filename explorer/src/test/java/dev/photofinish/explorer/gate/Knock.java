package dev.photofinish.explorer.gate;

/** A passage that remembers what became of it, and does something when it proceeds. */
final class Knock implements Passage {

    private final Runnable then;
    private int proceeded;
    private int dropped;

    Knock(Runnable then) {
        this.then = then;
    }

    static Knock only() {
        return new Knock(() -> {});
    }

    boolean hasProceeded() {
        return proceeded == 1 && dropped == 0;
    }

    boolean waits() {
        return proceeded == 0 && dropped == 0;
    }

    boolean wasDropped() {
        return proceeded == 0 && dropped == 1;
    }

    @Override
    public void proceed() {
        proceeded++;
        then.run();
    }

    @Override
    public void drop() {
        dropped++;
    }
}
