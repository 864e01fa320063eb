package io.cradle.training.spark;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.List;

/**
 * Where a training stands between two rounds: with the same data and settings all that the next rounds depend on, so that going on from it
 * ends in the same bits as never having stopped. The order of the data and what is random follow from the number of the round.
 *
 * @param of what is trained, on what, how: a text that must be the same when the training goes on
 * @param rounds that are over
 * @param untrained loss that it began with, nats: what a loss is compared with to tell that a training diverges
 * @param learner parameters, moments and steps of the workers' optimiser
 * @param velocity {@code [parameters]} of the driver's optimiser; empty where it has none
 */
public record TrainingState(String of, int rounds, double untrained, LearnerState learner, Floats velocity) {
    private static final int MAGIC = 0x43545232; // CTR2
    private static final int DIGEST = 64;

    /** The same, of this. */
    public TrainingState of(String text) {
        return new TrainingState(text, rounds, untrained, learner, velocity);
    }

    /** As a file: sizes, text and numbers, then the SHA-256 of all that in hex. Never whole in memory. */
    public void write(OutputStream target) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(target, 1 << 16);
        DigestOutputStream digested = new DigestOutputStream(buffered, Digests.sha256());
        DataOutputStream out = new DataOutputStream(digested);
        out.writeInt(MAGIC);
        text(out, of);
        out.writeInt(rounds);
        out.writeDouble(untrained);
        text(out, learner.layout());
        out.writeInt(learner.steps());
        for (Floats numbers : List.of(learner.parameters(), learner.moments(), velocity)) {
            out.writeInt(numbers.size());
            numbers.write(out);
        }
        out.flush();
        buffered.write(Digests.hex(digested.getMessageDigest().digest()).getBytes(StandardCharsets.US_ASCII));
        buffered.flush();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * From what {@link #write} wrote.
     *
     * @param file where it lies, for the message
     * @param size of the file, bytes: no vector in it is believed to be longer
     * @throws CorruptDataException if it is cut off or changed
     */
    public static TrainingState read(String file, InputStream source, long size) {
        try {
            DigestInputStream digested =
                    new DigestInputStream(new BufferedInputStream(source, 1 << 16), Digests.sha256());
            TrainingState state = state(new DataInputStream(digested), size);
            String found = Digests.hex(digested.getMessageDigest().digest());
            String told = new String(digested.readNBytes(DIGEST + 1), StandardCharsets.US_ASCII);
            if (found.equals(told)) {
                return state;
            }
        } catch (IOException | IllegalArgumentException cutOrChanged) {
            throw broken(file, cutOrChanged);
        }
        throw broken(file, null);
    }

    private static CorruptDataException broken(String file, Exception cause) {
        return new CorruptDataException(
                file,
                "it is no training that was interrupted, or was cut off or changed; remove it to train anew",
                cause);
    }

    private static TrainingState state(DataInputStream in, long size) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no state of a training");
        }
        String of = text(in, size);
        int rounds = in.readInt();
        double untrained = in.readDouble();
        String layout = text(in, size);
        int steps = in.readInt();
        LearnerState learner = new LearnerState(layout, floats(in, size), floats(in, size), steps);
        return new TrainingState(of, rounds, untrained, learner, floats(in, size));
    }

    private static String text(DataInputStream in, long size) throws IOException {
        byte[] bytes = new byte[bounded(in.readInt(), size)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Floats floats(DataInputStream in, long size) throws IOException {
        return Floats.read(in, bounded(in.readInt(), size / Float.BYTES));
    }

    private static int bounded(int count, long most) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("%d numbers are more than the file can hold".formatted(count));
        }
        return count;
    }
}
