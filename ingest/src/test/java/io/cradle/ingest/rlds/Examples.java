package io.cradle.ingest.rlds;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a {@code tf.train.Example}, list by list. */
final class Examples {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();

    /** An episode of T steps that ends as terminal or is cut off: flags, a state of 2, an action of 1, and a reward. */
    static Examples episode(int steps, boolean terminal) {
        float[] state = new float[2 * steps];
        float[] action = new float[steps];
        float[] reward = new float[steps];
        for (int step = 0; step < steps; step++) {
            state[2 * step] = step;
            state[2 * step + 1] = -step;
            action[step] = step / 2f;
            reward[step] = 1;
        }
        return flags(steps, terminal)
                .floats("steps/observation/state", state)
                .floats("steps/action", action)
                .floats("steps/reward", reward);
    }

    /** The flags of an episode. */
    static Examples flags(int steps, boolean terminal) {
        long[] first = new long[steps];
        long[] last = new long[steps];
        long[] end = new long[steps];
        first[0] = 1;
        last[steps - 1] = 1;
        end[steps - 1] = terminal ? 1 : 0;
        return new Examples()
                .integers("steps/is_first", first)
                .integers("steps/is_last", last)
                .integers("steps/is_terminal", end);
    }

    Examples floats(String key, float... values) {
        return add(key, 2, message(out -> {
            out.writeTag(1, 2);
            out.writeUInt32NoTag(values.length * Float.BYTES);
            for (float value : values) {
                out.writeFloatNoTag(value);
            }
        }));
    }

    Examples integers(String key, long... values) {
        return add(key, 3, message(out -> {
            for (long value : values) {
                out.writeInt64(1, value);
            }
        }));
    }

    Examples bytes(String key, byte[]... values) {
        return add(key, 1, message(out -> {
            for (byte[] value : values) {
                out.writeByteArray(1, value);
            }
        }));
    }

    Examples texts(String key, String text, int steps) {
        byte[][] texts = new byte[steps][];
        java.util.Arrays.fill(texts, text.getBytes(StandardCharsets.UTF_8));
        return bytes(key, texts);
    }

    byte[] build() {
        return message(out -> out.writeByteArray(1, entries.toByteArray()));
    }

    private Examples add(String key, int kind, byte[] list) {
        byte[] feature = message(out -> out.writeByteArray(kind, list));
        byte[] entry = message(out -> {
            out.writeString(1, key);
            out.writeByteArray(2, feature);
        });
        entries.writeBytes(message(out -> out.writeByteArray(1, entry)));
        return this;
    }

    private interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            body.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
