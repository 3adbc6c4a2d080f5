package dev.photofinish.scenarios.invariants;

import java.util.Arrays;
import java.util.stream.Stream;

/** A MongoDB address that nobody could connect with; the message says what is wrong with it, without credentials. */
public final class UnusableAddress extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnusableAddress(String message) {
        super(message);
    }

    static UnusableAddress withoutDatabase() {
        return new UnusableAddress(
                "Neither the MongoDB address nor the system file (database: name:) says which database to look at."
                        + " Put it at the end of the address: mongodb://host:27017/misty.");
    }

    /** Without the driver's exception as its cause, which may quote the address and the password in it. */
    static UnusableAddress of(String uri, IllegalArgumentException broken) {
        String why = String.valueOf(broken.getMessage());
        String said = passwords(uri).anyMatch(why::contains)
                ? "what is wrong with it cannot be shown without its password."
                : why;
        return new UnusableAddress("The MongoDB address cannot be read: " + said
                + " Expected one like mongodb://user:password@host:27017/misty.");
    }

    /** Whatever the driver may have taken for a part of the address when a password holds its punctuation. */
    private static Stream<String> passwords(String uri) {
        String beforeHost = uri.substring(0, Math.max(uri.lastIndexOf('@'), 0)).replaceFirst("^[^:/]*://", "");
        return Arrays.stream(beforeHost.split("[:/@?=&]")).skip(1).filter(part -> !part.isEmpty());
    }
}
