package dev.photofinish.scenarios.http;

import java.util.List;

/**
 * A request that is ready to be sent.
 *
 * @param target path and query, already encoded: {@code /api/orders?status_filter=active}
 * @param headers without Host, Content-Length and Connection, which the connection adds
 * @param body sent as UTF-8; empty for none
 */
public record HttpCall(String method, String target, List<Header> headers, String body) {}
