package dev.photofinish.explorer.search;

import java.util.List;

/**
 * How the contenders of an execution began. What one does before its first step (a look at something that the application keeps in
 * memory) makes no step of its own, so that the same schedule may come to something else one way than the other.
 */
sealed interface Begun {

    /** All of them were at their first step before anybody went on. */
    record AtOnce() implements Begun {}

    /** Each began when the one before it was over. */
    record InTurn(List<String> order) implements Begun {

        public InTurn {
            order = List.copyOf(order);
        }
    }
}
