package dev.photofinish.explorer.wire.protocol;

/** The kinds of message that a proxy has to tell apart; the numbers are the protocol's. */
public final class Opcode {

    /** The answer to a {@link #QUERY}. */
    public static final int REPLY = 1;

    /** Legacy. Every connection of today's drivers still begins with one: the handshake. */
    public static final int QUERY = 2004;

    /** Another message, compressed. Never seen where a hello has been kept from negotiating it. */
    public static final int COMPRESSED = 2012;

    /** Every command and its reply. */
    public static final int MSG = 2013;

    private Opcode() {}
}
