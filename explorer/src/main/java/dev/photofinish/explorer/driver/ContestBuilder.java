package dev.photofinish.explorer.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Puts a contest together: who takes part, on what data, and what there is to judge afterwards. */
public final class ContestBuilder {

    private static final int MOST = 4;

    private final Passers passers;
    private final Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    private DriverSettings settings;
    private FreshData freshData = () -> {};

    ContestBuilder(DriverSettings settings, Passers passers) {
        this.settings = settings;
        this.passers = passers;
    }

    /**
     * @param name one word, such as {@code A}: a schedule is written with it
     * @param code runs once a schedule, in a thread of its own
     */
    public ContestBuilder contender(String name, Callable<?> code) {
        if (name.isBlank() || name.contains(" ") || name.contains("+")) {
            throw new IllegalArgumentException(
                    "A contender's name is one word without +, such as A; this one is \"" + name + "\".");
        }
        if (contenders.putIfAbsent(name, code) != null) {
            throw new IllegalArgumentException("There are two contenders named " + name + ".");
        }
        return this;
    }

    /** Where a contender is held first, if not where the gate's settings say. */
    public ContestBuilder start(DriverSettings.Start where) {
        settings = settings.withStart(where);
        return this;
    }

    /** Called before each schedule. */
    public ContestBuilder freshData(FreshData maker) {
        this.freshData = maker;
        return this;
    }

    /**
     * @param reader called after each schedule, by the explorer's thread
     * @throws IllegalStateException if there are not two to four contenders
     */
    public <R> DriverContest<R> result(ResultReader<R> reader) {
        if (contenders.size() < 2 || contenders.size() > MOST) {
            throw new IllegalStateException(
                    "A contest has two to four contenders; this one has " + contenders.size() + ".");
        }
        return new DriverContest<>(settings, contenders, freshData, reader, passers);
    }
}
