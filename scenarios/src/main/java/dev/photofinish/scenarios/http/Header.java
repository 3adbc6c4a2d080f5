package dev.photofinish.scenarios.http;

/** One header line, in the order and spelling it has on the wire. */
public record Header(String name, String value) {}
