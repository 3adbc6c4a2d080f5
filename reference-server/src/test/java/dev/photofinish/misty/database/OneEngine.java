package dev.photofinish.misty.database;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test of a class its database on one engine; skips or fails them where that engine is not to be had. */
record OneEngine(Engine engine, TestServers servers, WhenMissing whenMissing)
        implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OneEngine.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, OnEngine.class))
                .filter(restriction -> !Arrays.asList(restriction.value()).contains(engine))
                .map(restriction ->
                        ConditionEvaluationResult.disabled("not on " + engine + ": " + restriction.because()))
                .or(() -> missing(context))
                .orElseGet(() -> ConditionEvaluationResult.enabled("runs on " + engine));
    }

    /** Also a test that takes no database fails where its engine is missing: it belongs to a class about that engine. */
    @Override
    public void beforeEach(ExtensionContext context) {
        servers.on(engine);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class
                && context.getTestMethod().isPresent();
    }

    /** The same database for the constructor, the lifecycle methods and the method of one test; the store closes it. */
    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestDatabase.class, key -> new TestDatabase(engine, servers), TestDatabase.class);
    }

    /** A constructor belongs to its test, so that it gets that test's database. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private Optional<ConditionEvaluationResult> missing(ExtensionContext context) {
        return whenMissing instanceof WhenMissing.SkipAndSay skip
                        && context.getTestMethod().isPresent()
                ? missing().map(reason -> skip(context, skip.console(), reason))
                : Optional.empty();
    }

    private Optional<DatabaseUnavailable> missing() {
        try {
            servers.on(engine);
            return Optional.empty();
        } catch (DatabaseUnavailable e) {
            return Optional.of(e);
        }
    }

    private ConditionEvaluationResult skip(ExtensionContext context, PrintStream console, DatabaseUnavailable reason) {
        NotRun.of(context, console).count(engine, reason);
        return ConditionEvaluationResult.disabled(reason.getMessage());
    }
}
