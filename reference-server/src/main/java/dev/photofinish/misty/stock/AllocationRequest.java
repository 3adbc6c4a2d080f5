package dev.photofinish.misty.stock;

import java.util.Optional;

/**
 * So much of a client's product is wanted.
 *
 * @param reference usually the order's number, by which its deletion finds the allocation again
 */
public record AllocationRequest(String productId, String clientId, Quantity quantity, Optional<String> reference) {}
