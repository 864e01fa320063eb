package io.cradle.ingest.mcap;

import java.nio.ByteBuffer;

/** Finds the numbers in messages of one encoding. */
interface MessageDecoder {
    /**
     * Adds all numbers of a message.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the message
     */
    void decode(ByteBuffer data, Numbers numbers);
}
