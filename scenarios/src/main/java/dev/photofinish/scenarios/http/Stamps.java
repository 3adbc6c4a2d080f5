package dev.photofinish.scenarios.http;

import java.util.OptionalLong;

/**
 * When the parts of an exchange happened, as {@link System#nanoTime()} of this JVM.
 *
 * @param released the request's last byte had been handed to the operating system; empty if it never was
 * @param firstByte the first bytes of the answer were read (and decrypted)
 * @param lastByte the bytes that completed the answer were read
 */
public record Stamps(OptionalLong released, OptionalLong firstByte, OptionalLong lastByte) {}
