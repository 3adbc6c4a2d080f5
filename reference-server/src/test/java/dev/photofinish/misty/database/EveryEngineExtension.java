package dev.photofinish.misty.database;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Repeats a test class for each engine; what happens within one repetition is {@link OneEngine}'s. */
final class EveryEngineExtension implements ClassTemplateInvocationContextProvider {

    private static final List<Engine> ALL = List.of(Engine.EMBEDDED, Engine.STANDALONE, Engine.REPLICA_SET);

    private final TestServers servers;
    private final WhenMissing whenMissing;

    EveryEngineExtension() {
        this(SharedServers.OF_THIS_JVM, WhenMissing.in(System.getenv(), System.err));
    }

    EveryEngineExtension(TestServers servers, WhenMissing whenMissing) {
        this.servers = servers;
        this.whenMissing = whenMissing;
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<Repetition> provideClassTemplateInvocationContexts(ExtensionContext context) {
        List<Engine> wanted = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnEngine.class)
                .map(restriction -> Arrays.asList(restriction.value()))
                .orElse(ALL);
        return ALL.stream()
                .filter(wanted::contains)
                .map(engine -> new Repetition(new OneEngine(engine, servers, whenMissing)));
    }

    /** The class's tests on one engine. */
    record Repetition(OneEngine onEngine) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return onEngine.engine().toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(onEngine);
        }
    }
}
