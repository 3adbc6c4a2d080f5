package dev.photofinish.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.photofinish", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String REPORTS = "dev.photofinish.reports";

    @ArchTest
    static final ArchRule dependsOnNothingOfOurs = classes()
            .should()
            .resideInAPackage(REPORTS + "..")
            .andShould()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    REPORTS + "..",
                    "java..",
                    "javax..",
                    "com.fasterxml..",
                    "gg.jte..",
                    "org.apache..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule modelKnowsNoRenderer = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REPORTS + ".json", REPORTS + ".html..", REPORTS + ".junit", REPORTS + ".terminal");

    @ArchTest
    static final ArchRule renderersDoNotKnowEachOther = slices().matching(REPORTS + ".(json|html|junit|terminal)..")
            .should()
            .notDependOnEachOther();
}
