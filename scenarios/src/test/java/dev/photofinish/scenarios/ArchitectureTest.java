package dev.photofinish.scenarios;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/** The arrows between the packages of the scenarios module, and to the other modules. */
@AnalyzeClasses(packages = "dev.photofinish", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SCENARIOS = "dev.photofinish.scenarios";

    /** Each may know those before it, and none after it. */
    private static final List<String> FROM_THE_GROUND_UP = List.of(
            "http",
            "yaml",
            "template",
            "expression",
            "system",
            "scenario",
            "deployment",
            "invariants",
            "race",
            "explore",
            "load",
            "bench");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(SCENARIOS + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_APPLICATION_UNDER_TEST_IS_ANY = noClasses()
            .that()
            .resideInAPackage(SCENARIOS + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.photofinish.misty..", "dev.photofinish.cli..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_FILES = knowsNothingAbove("http");

    @ArchTest
    static final ArchRule YAML_KNOWS_NO_TEMPLATES = knowsNothingAbove("yaml");

    @ArchTest
    static final ArchRule TEMPLATES_KNOW_NO_EXPRESSIONS = knowsNothingAbove("template");

    @ArchTest
    static final ArchRule EXPRESSIONS_KNOW_NO_SYSTEM = knowsNothingAbove("expression");

    @ArchTest
    static final ArchRule A_SYSTEM_KNOWS_NO_SCENARIO = knowsNothingAbove("system");

    @ArchTest
    static final ArchRule A_SCENARIO_KNOWS_NO_DEPLOYMENT = knowsNothingAbove("scenario");

    @ArchTest
    static final ArchRule A_DEPLOYMENT_KNOWS_NO_INVARIANTS = knowsNothingAbove("deployment");

    @ArchTest
    static final ArchRule INVARIANTS_KNOW_NO_RACE = knowsNothingAbove("invariants");

    @ArchTest
    static final ArchRule A_RACE_KNOWS_NO_EXPLORING = knowsNothingAbove("race");

    @ArchTest
    static final ArchRule EXPLORING_KNOWS_NO_LOAD = knowsNothingAbove("explore");

    @ArchTest
    static final ArchRule ONLY_EXPLORING_KNOWS_THE_EXPLORER = noClasses()
            .that()
            .resideInAPackage(SCENARIOS + "..")
            .and()
            .resideOutsideOfPackage(SCENARIOS + ".explore..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.photofinish.explorer..")
                    .and(resideOutsideOfPackage("dev.photofinish.explorer.secret")));

    @ArchTest
    static final ArchRule LOAD_IS_NOT_MEASURED_BY_ITSELF = knowsNothingAbove("load");

    @ArchTest
    static final ArchRule ONLY_THE_FLOOR_AND_GATLINGS_HEADERS_ARE_NETTY = onlyIn("io.netty..", "http", "load", "bench");

    @ArchTest
    static final ArchRule ONLY_INVARIANTS_INSERTS_AND_EXPLORING_SPEAK_MONGODB =
            onlyIn("com.mongodb..", "invariants", "race", "explore");

    @ArchTest
    static final ArchRule ONLY_LOAD_SPEAKS_GATLING = onlyIn("io.gatling..", "load", "bench");

    private static ArchRule knowsNothingAbove(String floor) {
        int place = FROM_THE_GROUND_UP.indexOf(floor);
        return noClasses()
                .that()
                .resideInAPackage(SCENARIOS + "." + floor + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FROM_THE_GROUND_UP.subList(place + 1, FROM_THE_GROUND_UP.size())));
    }

    private static ArchRule onlyIn(String library, String... floors) {
        return noClasses()
                .that()
                .resideInAPackage(SCENARIOS + "..")
                .and()
                .resideOutsideOfPackages(packages(Arrays.asList(floors)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static String[] packages(List<String> floors) {
        return floors.stream().map(floor -> SCENARIOS + "." + floor + "..").toArray(String[]::new);
    }
}
