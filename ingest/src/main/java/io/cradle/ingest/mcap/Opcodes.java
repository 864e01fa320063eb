package io.cradle.ingest.mcap;

/** Numbers of the kinds of records that are looked into; all others are passed over, as the specification asks. */
final class Opcodes {
    static final int FOOTER = 0x02;
    static final int SCHEMA = 0x03;
    static final int CHANNEL = 0x04;
    static final int MESSAGE = 0x05;
    static final int CHUNK = 0x06;

    static final int DATA_END = 0x0F;

    private Opcodes() {}
}
