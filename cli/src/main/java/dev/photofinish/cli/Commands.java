package dev.photofinish.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, which are given what they print to and how they were called; picocli makes the rest. */
final class Commands implements IFactory {

    private final Map<Class<?>, Supplier<Object>> made;

    Commands(Terminal terminal, CommandLineShown called) {
        made = Map.of(
                DemoCommand.class, () -> new DemoCommand(terminal, called),
                RaceCommand.class, () -> new RaceCommand(terminal, called),
                ExploreCommand.class, () -> new ExploreCommand(terminal, called),
                VerifyCommand.class, () -> new VerifyCommand(terminal, called),
                ServeCommand.class, () -> new ServeCommand(terminal, called),
                ListCommand.class, () -> new ListCommand(terminal),
                SchemaCommand.class, () -> new SchemaCommand(terminal),
                BenchArrivalCommand.class, () -> new BenchArrivalCommand(terminal),
                BenchHazardsCommand.class, () -> new BenchHazardsCommand(terminal, called));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = made.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
