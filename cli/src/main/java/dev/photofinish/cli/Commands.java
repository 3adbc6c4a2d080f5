package dev.photofinish.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, which are given what they print to and how they were called; picocli makes the rest. */
final class Commands implements IFactory {

    private final Map<Class<?>, Supplier<Object>> made;

    Commands(Terminal terminal, CommandLineShown called) {
        made = Map.ofEntries(
                entry(DemoCommand.class, () -> new DemoCommand(terminal, called)),
                entry(RaceCommand.class, () -> new RaceCommand(terminal, called)),
                entry(ExploreCommand.class, () -> new ExploreCommand(terminal, called)),
                entry(VerifyCommand.class, () -> new VerifyCommand(terminal, called)),
                entry(ServeCommand.class, () -> new ServeCommand(terminal, called)),
                entry(ListCommand.class, () -> new ListCommand(terminal)),
                entry(SchemaCommand.class, () -> new SchemaCommand(terminal)),
                entry(BenchArrivalCommand.class, () -> new BenchArrivalCommand(terminal)),
                entry(BenchHazardsCommand.class, () -> new BenchHazardsCommand(terminal, called)),
                entry(BenchExploreCommand.class, () -> new BenchExploreCommand(terminal)),
                entry(BenchGateCommand.class, () -> new BenchGateCommand(terminal)),
                entry(BenchDriverCommand.class, () -> new BenchDriverCommand(terminal)));
    }

    private static Map.Entry<Class<?>, Supplier<Object>> entry(Class<?> type, Supplier<Object> maker) {
        return Map.entry(type, maker);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = made.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
