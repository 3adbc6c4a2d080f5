package dev.photofinish.explorer.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Somebody who stands in the way, in a process of its own, so that all of its processor time is counted. */
record ProxyProcess(String name, InetSocketAddress address, Process process) implements Way {

    private static final int END_SECONDS = 5;

    static Process start(ProcessBuilder builder) throws CannotCompare {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CannotCompare(builder.command().getFirst() + " cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
