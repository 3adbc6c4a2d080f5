package dev.photofinish.misty.clients;

/** Asked before a client is made inactive. */
@FunctionalInterface
public interface OpenOrders {

    /** Whether the client has an order that is neither completed nor cancelled. */
    boolean existFor(String clientId);
}
