package io.cradle.training.spark;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import io.cradle.training.model.Floats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where a training stands between two rounds: with the same data and settings all that the next rounds depend on, so that going on from it
 * ends in the same bits as never having stopped. The order of the data follows from the number of the round.
 *
 * @param of what is trained, on what, how: a text that must be the same when the training goes on
 * @param rounds that are over
 * @param parameters {@code [parameters]}
 * @param updater {@code [updater state]} of the workers' optimiser
 * @param velocity {@code [parameters]} of the driver's optimiser; empty where it has none
 */
public record TrainingState(String of, int rounds, Floats parameters, Floats updater, Floats velocity) {
    private static final int MAGIC = 0x43545231; // CTR1
    private static final int DIGEST = 64;

    /** The same, of this. */
    public TrainingState of(String text) {
        return new TrainingState(text, rounds, parameters, updater, velocity);
    }

    /** As a file: sizes, text and numbers, then the SHA-256 of all that in hex. */
    public byte[] bytes() {
        byte[] text = of.getBytes(StandardCharsets.UTF_8);
        List<Floats> numbers = List.of(parameters, updater, velocity);
        ByteBuffer buffer = ByteBuffer.allocate(6 * Integer.BYTES
                        + text.length
                        + numbers.stream()
                                .mapToInt(each -> each.size() * Float.BYTES)
                                .sum())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putInt(rounds)
                .putInt(text.length)
                .put(text);
        numbers.forEach(each -> buffer.putInt(each.size()).put(each.bytes()));
        byte[] whole = buffer.array();
        return ByteBuffer.allocate(whole.length + DIGEST)
                .put(whole)
                .put(Digests.sha256(whole).getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /**
     * From what {@link #bytes} gave.
     *
     * @param file where they lie, for the message
     * @throws CorruptDataException if they are cut off or changed
     */
    public static TrainingState ofBytes(String file, byte[] bytes) {
        int whole = Math.max(0, bytes.length - DIGEST);
        byte[] content = Arrays.copyOf(bytes, whole);
        String told = new String(bytes, whole, bytes.length - whole, StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (!Digests.sha256(content).equals(told) || buffer.getInt() != MAGIC) {
            throw new CorruptDataException(
                    file, "it is no training that was interrupted, or was cut off or changed; remove it to train anew");
        }
        int rounds = buffer.getInt();
        String of = new String(next(buffer, 1), StandardCharsets.UTF_8);
        return new TrainingState(of, rounds, floats(buffer), floats(buffer), floats(buffer));
    }

    private static Floats floats(ByteBuffer buffer) {
        return Floats.ofBytes(next(buffer, Float.BYTES));
    }

    private static byte[] next(ByteBuffer buffer, int size) {
        byte[] next = new byte[buffer.getInt() * size];
        buffer.get(next);
        return next;
    }
}
