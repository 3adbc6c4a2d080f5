package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.scenarios.explore.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command lines that reports print, to see a thing again. */
final class ReplayCommand {

    /** Options with a value that say how much is run, and where its result goes. */
    private static final Set<String> ONCE = Set.of(
            "--strategy",
            "--limit",
            "--preemptions",
            "--together",
            "--seed",
            "--replay",
            "--rounds",
            "--html",
            "--json",
            "--junit");

    private ReplayCommand() {}

    /**
     * The same command line for this scenario alone, up to the given round, with the same choices. A race is a matter of chance, so
     * it may take more rounds or fewer.
     *
     * @param scenarios those that were raced, by name or file
     */
    static String race(CommandLineShown called, List<String> scenarios, String scenario, int round, long seed) {
        return again(
                called,
                scenarios,
                named(scenario, scenarios),
                List.of("--rounds", String.valueOf(round), "--seed", String.valueOf(seed)));
    }

    static String demo(String scenario, String database, int round, long seed) {
        return "./photofinish demo " + scenario + " --database " + database + " --rounds " + round + " --seed " + seed;
    }

    /**
     * The same command line for this scenario and this schedule alone. An address with a password is masked in it.
     *
     * @param scenarios those that were explored, by name or file
     */
    static String explore(CommandLineShown called, List<String> scenarios, String scenario, String schedule) {
        return again(called, scenarios, named(scenario, scenarios), List.of("--replay", schedule));
    }

    /** What a killed exploration of the same database has left is put back so. An address with a password is masked in it. */
    static String putBack(CommandLineShown called) {
        List<String> args = new ArrayList<>(List.of("explore", "--put-back"));
        List<String> before = called.args();
        for (int place = 0; place < before.size(); place++) {
            String arg = before.get(place);
            if (arg.equals("--mongo") || arg.equals("--mongo-trust")) {
                args.addAll(before.subList(place, Math.min(before.size(), place + 2)));
            } else if (arg.startsWith("--mongo=") || arg.startsWith("--mongo-trust=")) {
                args.add(arg);
            }
        }
        return called.with(args).toString();
    }

    private static String again(
            CommandLineShown called, List<String> scenarios, List<String> scenario, List<String> what) {
        List<String> args = new ArrayList<>();
        List<String> before = called.args();
        for (int place = 0; place < before.size(); place++) {
            String arg = before.get(place);
            if (ONCE.contains(arg)) {
                place += hasValue(arg, before.subList(place + 1, before.size())) ? 1 : 0;
            } else if (!arg.equals("--pairs")
                    && !scenarios.contains(arg)
                    && ONCE.stream().noneMatch(option -> arg.startsWith(option + "="))) {
                args.add(arg);
            }
        }
        args.addAll(1, scenario);
        args.addAll(what);
        return called.with(args).toString();
    }

    /** Where JSON is to go to standard output, no file follows. */
    private static boolean hasValue(String option, List<String> after) {
        return !option.equals("--json") || (!after.isEmpty() && after.getFirst().endsWith(".json"));
    }

    static String reference(String scenario, String database, Hazards hazards, Fresh fresh, String schedule) {
        List<String> args = new ArrayList<>(List.of("explore"));
        args.addAll(named(scenario, List.of()));
        args.add("--reference");
        if (!hazards.names().isEmpty()) {
            args.addAll(List.of("--hazard", ReferenceExploration.named(hazards)));
        }
        args.addAll(List.of("--database", database));
        if (fresh == Fresh.GIVEN) {
            args.addAll(List.of("--fresh", "given"));
        }
        args.addAll(List.of("--replay", schedule));
        return new CommandLineShown(args).toString();
    }

    /** A pair's contest is called {@code pairs-on-order: update-order × move-stage}. */
    private static List<String> named(String scenario, List<String> scenarios) {
        String[] parts = scenario.split(": ", 2);
        String file = of(scenarios, parts[0]);
        return parts.length == 1 ? List.of(file) : List.of(file, "--pair", parts[1].replace(" × ", ","));
    }

    /** As it was called: a file is named after the scenario in it, as a rule and not always. */
    private static String of(List<String> scenarios, String scenario) {
        return scenarios.stream()
                .filter(each -> each.equals(scenario) || each.endsWith(scenario + ".yaml"))
                .findFirst()
                .orElseGet(() -> scenarios.size() == 1 ? scenarios.getFirst() : scenario);
    }
}
