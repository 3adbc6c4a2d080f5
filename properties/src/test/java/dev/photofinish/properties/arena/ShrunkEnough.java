package dev.photofinish.properties.arena;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Turns the failure that {@link Falsified} asks for into a success, if it was shrunk well. */
final class ShrunkEnough implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int needed = context.findAnnotation(Falsified.class).orElseThrow().switches();
        PropertyExecutionResult result = property.execute();
        if (result.status() != PropertyExecutionResult.Status.FAILED
                || result.falsifiedParameters().isEmpty()) {
            return result.mapToFailed(
                    "The code is wrong on purpose, and nobody noticed in " + result.countTries() + " tries.");
        }
        List<Object> shrunk = result.falsifiedParameters().get();
        int contenders = shrunk.getFirst() instanceof List<?> calls ? calls.size() : 2;
        long switches = ((List<?>) shrunk.getLast())
                .stream().filter(choice -> !choice.equals(0)).count();
        return contenders == 2 && switches <= needed + 1
                ? result.mapToSuccessful()
                : result.mapToFailed("Found, but shrunk only to " + shrunk + ".");
    }
}
