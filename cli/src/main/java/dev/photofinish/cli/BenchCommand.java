package dev.photofinish.cli;

import picocli.CommandLine.Command;

/** Measures what the documentation claims, on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description = "Measures on this machine what the documentation claims.",
        footer = {"", "Examples:", "  photofinish bench arrival", "  photofinish bench hazards --database mongod"},
        subcommands = {
            BenchArrivalCommand.class,
            BenchHazardsCommand.class,
            BenchExploreCommand.class,
            BenchGateCommand.class,
            BenchDriverCommand.class
        })
final class BenchCommand {}
