package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The actions of a file, the same in every episode. The values travel with it, for executors have no files.
 *
 * @param channels names of the columns
 * @param rows one a step, each of as many numbers as there are channels
 * @param after what is done when the rows are used up
 * @param digest SHA-256 of the file's content, for its path says nothing about what was done
 */
record ReplayPolicy(List<String> channels, List<List<Float>> rows, After after, String digest) implements Policy {
    private static final long MOST_BYTES = 64L << 20;

    /** What is done when the rows are used up. */
    enum After {
        /** Nothing. */
        ZERO,
        /** The same again. */
        REPEAT
    }

    ReplayPolicy {
        channels = List.copyOf(channels);
        rows = List.copyOf(rows);
    }

    static ReplayPolicy of(Parameters parameters) {
        parameters.only("file", "after");
        Path file = Path.of(parameters.text("file", ""));
        String after = parameters.text("after", "zero");
        if (!after.equals("zero") && !after.equals("repeat")) {
            throw new IllegalArgumentException(
                    "Invalid after=%s of policy 'replay': must be zero or repeat".formatted(after));
        }
        return read(file, after.equals("zero") ? After.ZERO : After.REPEAT);
    }

    private static ReplayPolicy read(Path file, After after) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Cannot replay file '%s': there is none; write replay:file=PATH with the path of a CSV file"
                            .formatted(file));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "Cannot replay file '%s': it has more than %d bytes".formatted(file, MOST_BYTES));
            }
            return parse(file, text(file), after);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(
                    "Cannot replay file '%s': it is no text in UTF-8; give a CSV file".formatted(file), binary);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without the mark that some editors begin a file with. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ReplayPolicy parse(Path file, String text, After after) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setIgnoreSurroundingSpaces(true)
                .build();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<List<Float>> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(row(file, record, parser.getHeaderNames().size()));
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot replay file '%s': it has no rows; give it a header and a row a step".formatted(file));
            }
            String digest = Digests.sha256(text);
            return new ReplayPolicy(parser.getHeaderNames(), rows, after, digest);
        }
    }

    private static List<Float> row(Path file, CSVRecord record, int columns) {
        if (record.size() != columns) {
            throw new IllegalArgumentException("Cannot replay file '%s': row %d has %d values for %d columns"
                    .formatted(file, record.getRecordNumber(), record.size(), columns));
        }
        List<Float> row = new ArrayList<>();
        for (String value : record) {
            row.add(number(file, record.getRecordNumber(), value));
        }
        return row;
    }

    private static float number(Path file, long row, String text) {
        try {
            float number = Float.parseFloat(text);
            if (Float.isFinite(number) && !text.matches(".*[fFdD]")) { // Java's own endings are no part of a number
                return number;
            }
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(refusal(file, row, text), word);
        }
        throw new IllegalArgumentException(refusal(file, row, text));
    }

    private static String refusal(Path file, long row, String text) {
        return "Cannot replay file '%s': '%s' in row %d is no number; give one from -1 to 1 (what is outside is cut and counted)"
                .formatted(file, text, row);
    }

    @Override
    public String identity() {
        return "replay:sha256=%s,after=%s".formatted(digest, after.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        int[] columns = columns(action);
        int[] step = {0};
        return (observations, world) -> {
            float[] chosen = new float[columns.length];
            int t = after == After.REPEAT ? step[0] % rows.size() : step[0];
            for (int i = 0; t < rows.size() && i < chosen.length; i++) {
                chosen[i] = rows.get(t).get(columns[i]);
            }
            step[0]++;
            return chosen;
        };
    }

    private int[] columns(TensorSpec action) {
        List<String> wanted = action.channels().stream().map(Channel::name).toList();
        if (wanted.size() != channels.size() || !channels.containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "Cannot replay the columns %s: the world's actions are %s; name the columns like them"
                            .formatted(channels, wanted));
        }
        return wanted.stream().mapToInt(channels::indexOf).toArray();
    }
}
