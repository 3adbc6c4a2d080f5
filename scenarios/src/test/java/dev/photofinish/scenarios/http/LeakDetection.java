package dev.photofinish.scenarios.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class that leaks one of Netty's buffers: every buffer is tracked, and missed after a garbage collection. */
final class LeakDetection implements BeforeAllCallback, AfterAllCallback {

    private static final long LONGEST_COLLECTION_MILLIS = 10_000;

    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((resource, records) -> leaks.add(resource + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        collectGarbage();
        // the detector looks for leaks when the next buffer is made
        ByteBufAllocator.DEFAULT.directBuffer(1).release();

        assertThat(leaks).as("leaked buffers").isEmpty();
    }

    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
        System.gc();
        assertThat(collected.remove(LONGEST_COLLECTION_MILLIS)).isSameAs(garbage);
    }
}
