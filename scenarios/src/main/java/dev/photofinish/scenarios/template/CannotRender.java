package dev.photofinish.scenarios.template;

import dev.photofinish.scenarios.yaml.Location;

/**
 * A template asks for something that the values of this round do not have; the message says where, what and what there is
 * instead. Names are checked when files are read, so this is about the insides of answers.
 */
public final class CannotRender extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotRender(Location where, String sentence) {
        super(where + ": " + sentence);
    }
}
