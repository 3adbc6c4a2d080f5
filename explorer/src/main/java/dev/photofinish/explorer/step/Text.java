package dev.photofinish.explorer.step;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text for people, put together when somebody first reads it. Of thousands of commands and answers a person sees those of the
 * few schedules that are shown.
 *
 * <p>Any thread may read it; two that are the first do the same work.
 */
public final class Text {

    private final Function<Focus, String> source;
    private volatile @Nullable String read;

    private Text(Function<Focus, String> source) {
        this.source = source;
    }

    public static Text of(String text) {
        Text known = new Text(focus -> text);
        known.read = text;
        return known;
    }

    /** @param source pure; what it tells from must not change any more */
    public static Text from(Supplier<String> source) {
        return new Text(focus -> source.get());
    }

    /** @param source pure, of what is to be told first; what it tells from must not change any more */
    public static Text focused(Function<Focus, String> source) {
        return new Text(source);
    }

    /** The text with what matters before everything else. */
    public String about(Focus focus) {
        return source.apply(focus);
    }

    @Override
    public String toString() {
        String text = read;
        if (text == null) {
            text = source.apply(Focus.NONE);
            read = text;
        }
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text text && toString().equals(text.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
