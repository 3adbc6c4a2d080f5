package dev.photofinish.explorer.step;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value put together when somebody first asks for it: of thousands of commands few are explained.
 *
 * <p>Any thread may ask; two that are the first do the same work.
 */
public final class Later<T> {

    private final Supplier<T> source;
    private volatile @Nullable T made;

    private Later(Supplier<T> source) {
        this.source = source;
    }

    public static <T> Later<T> of(T value) {
        Later<T> known = new Later<>(() -> value);
        known.made = value;
        return known;
    }

    /** @param source pure; what it is made from must not change any more */
    public static <T> Later<T> from(Supplier<T> source) {
        return new Later<>(source);
    }

    public T get() {
        T value = made;
        if (value == null) {
            value = source.get();
            made = value;
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Later<?> later && get().equals(later.get());
    }

    @Override
    public int hashCode() {
        return get().hashCode();
    }

    @Override
    public String toString() {
        return get().toString();
    }
}
