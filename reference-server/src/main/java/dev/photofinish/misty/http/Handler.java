package dev.photofinish.misty.http;

/** Carries out one request. Called on a virtual thread of its own, many at a time. */
@FunctionalInterface
public interface Handler {

    /** @throws Refusal if the request is not carried out */
    Answer handle(Call call);
}
