package dev.photofinish.cli;

/** Which Photofinish this is. */
final class Version {

    static final String NUMBER = "0.1.0";

    private Version() {}
}
