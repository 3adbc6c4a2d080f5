package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.schedule.Schedule;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** See {@link Explores}. */
final class ExploringExtension implements ParameterResolver, ExecutionCondition {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ExploringExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Exploring.class
                && context.getTestMethod().isPresent();
    }

    /** The store closes it after the test. */
    @Override
    public Exploring resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Exploring.class, key -> exploring(context), Exploring.class);
    }

    /** A constructor belongs to its test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private static Exploring exploring(ExtensionContext context) {
        return new Exploring(
                Rerun.of(context),
                context.getConfigurationParameter(Rerun.REPLAY).map(Schedule::parse));
    }

    /** Of a test that is run several times, the one invocation whose schedule is to be replayed. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> only = context.getConfigurationParameter(Rerun.INVOCATION);
        Optional<String> here = context.getTestMethod().flatMap(method -> Rerun.invocation(context));
        return only.isPresent() && here.isPresent() && !only.equals(here)
                ? ConditionEvaluationResult.disabled("only invocation " + only.get() + " is replayed")
                : ConditionEvaluationResult.enabled("it is not left out of a replay");
    }
}
