package dev.photofinish.explorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A scheduler that knows nothing of databases, and a module that any Java project can use alone. */
@AnalyzeClasses(packages = "dev.photofinish", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String EXPLORER = "dev.photofinish.explorer";

    /** What decides and explains: no I/O, no clock, no protocol. */
    private static final String[] PURE = {
        EXPLORER + ".document..",
        EXPLORER + ".schedule..",
        EXPLORER + ".step..",
        EXPLORER + ".execution..",
        EXPLORER + ".search..",
        EXPLORER + ".witness.."
    };

    @ArchTest
    static final ArchRule THE_SEARCH_IS_PURE = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(
                    PURE,
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "java.math",
                    "org.jspecify..",
                    "com.google.errorprone.."));

    @ArchTest
    static final ArchRule THE_MODULE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage(EXPLORER + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.photofinish.misty..",
                    "dev.photofinish.reports..",
                    "dev.photofinish.scenarios..",
                    "dev.photofinish.cli..");

    /** Search and witness explain each other's findings; all else points one way. */
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(
                    EXPLORER
                            + ".(step|execution|schedule|mongo|data|traffic|gate|attribution|processes|driver|wire|junit|oracle)..")
            .should()
            .beFreeOfCycles();

    /** Sockets are the wire gate's: whose a command is can be decided, and tested, without any. */
    @ArchTest
    static final ArchRule ATTRIBUTION_KNOWS_NO_SOCKETS = noClasses()
            .that()
            .resideInAPackage(EXPLORER + ".attribution..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.net..", EXPLORER + ".wire..");

    private static String[] concat(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
