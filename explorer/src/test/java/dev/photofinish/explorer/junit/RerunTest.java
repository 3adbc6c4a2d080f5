package dev.photofinish.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Schedule;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

class RerunTest {

    private static final Schedule SCHEDULE = Schedule.parse("A B B A");

    /** Stands for a class of tests in a class of tests. */
    static final class Inner {

        void buyers() {}
    }

    @Test
    void aTestIsNamedAsItIsFound() throws Exception {
        Rerun nested = Rerun.of(context(Inner.class, "[engine:junit-jupiter]/[class:Outer]/[method:buyers()]", ""));

        assertThat(nested.arguments(SCHEDULE))
                .isEqualTo("-Dtest='RerunTest$Inner#buyers' -Dphotofinish.replay=\"A B B A\"");
    }

    @Test
    void ofATestThatIsRunSeveralTimesTheInvocationIsNamed() throws Exception {
        Rerun third = Rerun.of(
                context(Inner.class, "[class:Outer]/[test-template:buyers()]/[test-template-invocation:#3]", ""));

        assertThat(third.arguments(SCHEDULE))
                .isEqualTo(
                        "-Dtest='RerunTest$Inner#buyers' -Dphotofinish.invocation=3 -Dphotofinish.replay=\"A B B A\"");
    }

    @Test
    void onlyThatInvocationIsReplayed() throws Exception {
        String first = "[class-template-invocation:#2]/[test-template:buyers()]/[test-template-invocation:#1]";
        String third = "[class-template-invocation:#2]/[test-template:buyers()]/[test-template-invocation:#3]";

        assertThat(isLeftOut(first, "2.3")).isTrue();
        assertThat(isLeftOut(third, "2.3")).isFalse();
        assertThat(isLeftOut(third, "")).as("without a replay").isFalse();
    }

    private static boolean isLeftOut(String invocation, String wanted) throws Exception {
        return new ExploringExtension()
                .evaluateExecutionCondition(context(Inner.class, invocation, wanted))
                .isDisabled();
    }

    private static ExtensionContext context(Class<?> tests, String id, String wanted) throws Exception {
        Method method = tests.getDeclaredMethod("buyers");
        return (ExtensionContext) Proxy.newProxyInstance(
                RerunTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRequiredTestClass" -> tests;
                    case "getRequiredTestMethod" -> method;
                    case "getTestMethod" -> Optional.of(method);
                    case "getUniqueId" -> id;
                    case "getConfigurationParameter" -> Optional.of(wanted).filter(text -> !text.isEmpty());
                    default -> throw new AssertionError("a replay looks at no " + called.getName() + " of a test");
                });
    }
}
