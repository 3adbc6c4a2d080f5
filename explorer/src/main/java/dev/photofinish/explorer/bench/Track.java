package dev.photofinish.explorer.bench;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** A way, the load on it, and what has been measured so far. For one thread. */
final class Track implements Closeable {

    private final Way way;
    private final Load load;
    private Measured measured = Measured.NOTHING;

    Track(Way way, int connections) throws IOException {
        this.way = way;
        this.load = new Load(way.address(), connections);
    }

    void warmUp(Duration time) throws IOException, InterruptedException {
        var unused = load.run(time);
    }

    void turn(Duration time) throws IOException, InterruptedException {
        Duration before = way.processorTime();
        long begun = System.nanoTime();
        long[] latencies = load.run(time);
        Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
        measured =
                measured.and(new Measured(latencies, lasted, way.processorTime().minus(before)));
    }

    Measured measured() {
        return measured;
    }

    @Override
    public void close() throws IOException {
        load.close();
    }
}
