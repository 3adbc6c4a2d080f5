package dev.photofinish.misty.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on every kind of MongoDB: embedded, standalone, replica set. Its constructor, {@code @BeforeEach} and test
 * methods may take a {@link TestDatabase}, which is the same fresh one for all of one test:
 *
 * <pre>{@code
 * @EveryEngine
 * class OrdersTest {
 *     private final TestDatabase database;
 *
 *     OrdersTest(TestDatabase database) {
 *         this.database = database;
 *     }
 * }
 * }</pre>
 *
 * <p>The servers are started when first needed and shared by all tests of the JVM. Where no real server is to be had, its
 * tests fail with {@code CI=true} and are skipped elsewhere, counted in a line at the end of the run.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryEngineExtension.class)
public @interface EveryEngine {}
