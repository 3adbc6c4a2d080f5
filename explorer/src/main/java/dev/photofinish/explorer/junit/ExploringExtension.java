package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.schedule.Schedule;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** See {@link Explores}. */
final class ExploringExtension implements ParameterResolver {

    static final String REPLAY = "photofinish.replay";

    private static final Namespace NAMESPACE = Namespace.create(ExploringExtension.class);

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
        String test = context.getRequiredTestClass().getSimpleName() + "#"
                + context.getRequiredTestMethod().getName();
        return new Exploring(test, context.getConfigurationParameter(REPLAY).map(Schedule::parse));
    }
}
