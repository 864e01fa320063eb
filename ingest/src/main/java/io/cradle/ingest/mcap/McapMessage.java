package io.cradle.ingest.mcap;

import java.nio.ByteBuffer;

/**
 * One message.
 *
 * @param channel where it came from
 * @param time when it was logged, in ns
 * @param data its content, at the start of what an array backs
 */
record McapMessage(McapChannel channel, long time, ByteBuffer data) {}
