package dev.photofinish.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import picocli.CommandLine.Command;

/** What the command line may know, and where a command is to be found. */
@AnalyzeClasses(packages = "dev.photofinish.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IT_KNOWS_SCENARIOS_REPORTS_THE_EXPLORER_AND_THE_REFERENCE_SERVER = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.photofinish..")
                    .and(not(resideInAnyPackage(
                            "dev.photofinish.cli..",
                            "dev.photofinish.scenarios..",
                            "dev.photofinish.reports..",
                            "dev.photofinish.explorer..",
                            "dev.photofinish.misty.."))));

    @ArchTest
    static final ArchRule OF_THE_REFERENCE_SERVER_ONLY_ITS_DOORS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.photofinish.misty..")
                    .and(not(resideInAnyPackage(
                            "dev.photofinish.misty",
                            "dev.photofinish.misty.database",
                            "dev.photofinish.misty.hazards",
                            "dev.photofinish.misty.store"))));

    @ArchTest
    static final ArchRule OF_THE_EXPLORER_ONLY_ITS_DOORS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.photofinish.explorer..")
                    .and(not(resideInAnyPackage(
                            "dev.photofinish.explorer.bench",
                            "dev.photofinish.explorer.data",
                            "dev.photofinish.explorer.processes",
                            "dev.photofinish.explorer.search",
                            "dev.photofinish.explorer.schedule",
                            "dev.photofinish.explorer.wire"))));

    @ArchTest
    static final ArchRule A_COMMAND_IS_A_CLASS_OF_ITS_NAME = classes()
            .that()
            .areAnnotatedWith(Command.class)
            .and()
            .doNotHaveSimpleName("Photofinish")
            .should(beNamedAfterTheirCommand())
            .andShould()
            .bePackagePrivate()
            .andShould()
            .beTopLevelClasses();

    @ArchTest
    static final ArchRule NOBODY_PRINTS_PAST_THE_TERMINAL = noClasses()
            .that()
            .doNotHaveSimpleName("ProgressBarOnTerminal")
            .and()
            .doNotHaveSimpleName("Main") // there is no terminal yet, or not any more
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule ONLY_THE_DOOR_ENDS_THE_PROCESS =
            noClasses().that().doNotHaveSimpleName("Photofinish").should().callMethod(System.class, "exit", int.class);

    /** {@code list} is ListCommand; of a command's command the last word counts: {@code bench hazards} is BenchHazardsCommand. */
    private static ArchCondition<JavaClass> beNamedAfterTheirCommand() {
        return new ArchCondition<>("be named after their command") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String command = type.getAnnotationOfType(Command.class).name();
                boolean named = type.getSimpleName().toLowerCase(Locale.ROOT).endsWith(command + "command");
                events.add(new SimpleConditionEvent(type, named, type.getName() + " is the command " + command));
            }
        };
    }
}
