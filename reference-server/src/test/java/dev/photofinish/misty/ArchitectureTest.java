package dev.photofinish.misty;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/** The arrows between the packages of the reference server. */
@AnalyzeClasses(packages = "dev.photofinish.misty", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MISTY = "dev.photofinish.misty";
    private static final List<String> FEATURES =
            List.of("users", "clients", "catalogue", "stock", "orders", "production", "payroll", "invoicing", "health");

    @ArchTest
    static final ArchRule IT_IS_AN_APPLICATION_LIKE_ANY_OTHER = noClasses()
            .should()
            .dependOnClassesThat(ours("dev.photofinish..").and(DescribedPredicate.not(ours(MISTY + ".."))))
            .because("the reference server must not know what tests it");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(MISTY + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_FLOOR_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage(packages("auth", "hazards", "http", "store", "database"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(FEATURES.toArray(String[]::new)));

    @ArchTest
    static final ArchRule USERS_STAND_ALONE = onlyKnows("users");

    @ArchTest
    static final ArchRule CLIENTS_STAND_ALONE = onlyKnows("clients");

    @ArchTest
    static final ArchRule HEALTH_STANDS_ALONE = onlyKnows("health");

    @ArchTest
    static final ArchRule STOCK_STANDS_ALONE = onlyKnows("stock");

    @ArchTest
    static final ArchRule A_CATALOGUE_IS_A_CLIENTS = onlyKnows("catalogue", "clients");

    @ArchTest
    static final ArchRule AN_ORDER_IS_A_CLIENTS_AND_RETURNS_STOCK = onlyKnows("orders", "clients", "stock");

    @ArchTest
    static final ArchRule PAY_IS_FOR_USERS = onlyKnows("payroll", "users");

    @ArchTest
    static final ArchRule PRODUCTION_MOVES_ORDERS_AND_ARCHIVES_STOCK = onlyKnows("production", "orders", "stock");

    @ArchTest
    static final ArchRule INVOICES_ARE_FOR_ORDERS_OF_CLIENTS =
            onlyKnows("invoicing", "orders", "clients", "production", "stock");

    @ArchTest
    static final ArchRule ONLY_THE_FLOOR_SPEAKS_HTTP = noClasses()
            .that()
            .resideInAnyPackage(packages(FEATURES.toArray(String[]::new)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule FEATURES_ARE_PUT_TOGETHER_IN_ONE_PLACE = classes()
            .that()
            .areAssignableTo(Feature.class)
            .and()
            .areNotInterfaces()
            .should()
            .onlyHaveDependentClassesThat(
                    DescribedPredicate.describe("Misty or the feature itself", ArchitectureTest::isTheAssembly));

    private static boolean isTheAssembly(JavaClass user) {
        return user.getName().equals(MISTY + ".Misty") || user.isAssignableTo(Feature.class);
    }

    /** Of the features, the one may depend on the others named, and on no more. */
    private static ArchRule onlyKnows(String feature, String... known) {
        String[] unknown = FEATURES.stream()
                .filter(other -> !other.equals(feature) && !Arrays.asList(known).contains(other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(MISTY + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(unknown))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> ours(String packages) {
        return resideInAPackage(packages);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> MISTY + "." + name + "..").toArray(String[]::new);
    }
}
