package dev.photofinish.explorer.step;

/** How a step touches a resource. */
public enum Mode {
    READ,
    WRITE
}
