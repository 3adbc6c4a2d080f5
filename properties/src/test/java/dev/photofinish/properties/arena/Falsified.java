package dev.photofinish.properties.arena;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A property of wrong code: it must be found broken, and shrunk to a contest of two contenders whose schedule has at most one
 * switch more than the defect needs. Its parameters are a list of calls, or what varies of two, and a list of choices.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(ShrunkEnough.class)
public @interface Falsified {

    /** How many choices that are not "go on" the defect needs at least. */
    int switches();
}
