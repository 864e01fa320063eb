package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpyStream;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.rollout.fidelity.Numbers;
import io.cradle.rollout.fidelity.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rollouts of boxLCD in an npz file. */
final class NpzReference {
    private static final String BODIES = "bodies";
    private static final List<String> NUMBERS =
            List.of("is_circle", "initial_pose", "action", "state", "touching_contacts", "lcd");
    /** A file of ten thousand rollouts has less; what claims more is broken. */
    private static final long MOST_BYTES = 1L << 30;

    private NpzReference() {}

    /** Reads a file whole. */
    static Reference read(Path file) {
        try (NpzFile npz = NpzFile.open(file)) {
            Map<String, Numbers> arrays = new HashMap<>();
            for (String name : NUMBERS) {
                arrays.put(name, numbers(npz, name));
            }
            return new Reference(file.toString(), texts(npz), arrays);
        }
    }

    private static Numbers numbers(NpzFile npz, String name) {
        try (NpyStream array = npz.open(name)) {
            ByteBuffer data = data(npz, name, array);
            float[] values = new float[data.remaining() / array.header().type().bytes()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(npz, name, array.header().type(), data);
            }
            return new Numbers(array.header().shape(), values);
        }
    }

    private static float number(NpzFile npz, String name, NpyType type, ByteBuffer data) {
        return switch (type) {
            case BOOL, U8 -> Byte.toUnsignedInt(data.get());
            case F32 -> data.getFloat();
            case F64 -> (float) data.getDouble();
            case I32 -> data.getInt();
            case I64 -> data.getLong();
            case TEXT -> throw corrupt(npz, "its array '%s' holds texts; numbers are needed".formatted(name));
        };
    }

    private static List<String> texts(NpzFile npz) {
        try (NpyStream array = npz.open(BODIES)) {
            NpyHeader header = array.header();
            if (header.type() != NpyType.TEXT || header.shape().size() != 2) {
                throw corrupt(
                        npz,
                        "its array 'bodies' is %s %s; a list of names is needed"
                                .formatted(header.type().description(), header.shape()));
            }
            ByteBuffer data = data(npz, BODIES, array);
            List<String> texts = new ArrayList<>();
            while (data.hasRemaining()) {
                texts.add(text(data, header.shape().get(1)));
            }
            return texts;
        }
    }

    private static String text(ByteBuffer data, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            int letter = data.getInt();
            if (Character.isValidCodePoint(letter) && letter != 0) {
                text.appendCodePoint(letter);
            }
        }
        return text.toString();
    }

    private static ByteBuffer data(NpzFile npz, String name, NpyStream array) {
        long bytes = array.header().bytes();
        if (bytes > MOST_BYTES) {
            throw corrupt(
                    npz,
                    "its array '%s' has %d bytes, more than %d; split the file".formatted(name, bytes, MOST_BYTES));
        }
        byte[] data = array.next((int) bytes);
        array.finish();
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static CorruptDataException corrupt(NpzFile npz, String problem) {
        return new CorruptDataException(npz.path().toString(), problem);
    }
}
