package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.scenarios.explore.Fresh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command lines that reports print, to see a thing again. */
final class ReplayCommand {

    /** Options of a search through all schedules, each with a value, and those that say where its result goes. */
    private static final Set<String> SEARCH = Set.of(
            "--strategy",
            "--limit",
            "--preemptions",
            "--together",
            "--seed",
            "--replay",
            "--html",
            "--json",
            "--junit");

    private ReplayCommand() {}

    /** Up to the given round, with the same choices; a race is a matter of chance, so it may take more rounds or fewer. */
    static String race(String scenario, String url, int round, long seed, Optional<Duration> sweep) {
        String swept = sweep.map(largest -> " --sweep " + largest.toNanos() / 1000 + "us")
                .orElse("");
        return "./photofinish race " + scenario + " --url " + url + " --rounds " + round + " --seed " + seed + swept;
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
        List<String> args = new ArrayList<>();
        List<String> before = called.args();
        for (int place = 0; place < before.size(); place++) {
            String arg = before.get(place);
            if (SEARCH.contains(arg)) {
                place++;
            } else if (!arg.equals("--pairs")
                    && !scenarios.contains(arg)
                    && SEARCH.stream().noneMatch(option -> arg.startsWith(option + "="))) {
                args.add(arg);
            }
        }
        args.addAll(1, named(scenario, scenarios));
        args.addAll(List.of("--replay", schedule));
        return new CommandLineShown(args).toString();
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
