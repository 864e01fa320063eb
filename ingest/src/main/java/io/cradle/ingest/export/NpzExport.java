package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpyStream;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.RowShape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@link NpzWriter} wrote.
 *
 * @param layout of the first file, which all others must have
 * @param recordings one an episode, at least one
 */
record NpzExport(Layout layout, List<Recording> recordings, TakeConfig config) implements EpisodeSource {
    private static final String FORMAT = "cradle-npz 1";
    private static final int LONGEST = 16 << 20;
    private static final Pattern NUMBER = Pattern.compile("episode_([0-9]{1,15})\\.npz");

    NpzExport {
        recordings = List.copyOf(recordings);
    }

    /** Whether a file says what its arrays are; only its list of entries is read. */
    static boolean fits(Path path) {
        try (NpzFile file = NpzFile.open(path)) {
            return file.has(NpzWriter.SPEC);
        }
    }

    /** Those of files, of which the first one fits that can be read. */
    static NpzExport of(List<Recording> files, TakeConfig config) {
        return new NpzExport(RecordingFiles.first(files, NpzExport::layout), files, config);
    }

    private static Layout layout(Recording recording) {
        try (NpzFile file = NpzFile.open(recording.path())) {
            return Spec.of(file).layout();
        }
    }

    /**
     * What a file says.
     *
     * @param layout of its tensors
     * @param note of its episode
     */
    private record Spec(Layout layout, EpisodeNote note) {
        static Spec of(NpzFile file) {
            String name = file.path().toString();
            try (NpyStream stream = file.open(NpzWriter.SPEC)) {
                NpyHeader header = stream.header();
                if (header.type() != NpyType.U8 || header.shape().size() != 1 || header.bytes() > LONGEST) {
                    throw new CorruptDataException(
                            name, "array '%s' is no text; export it again".formatted(NpzWriter.SPEC));
                }
                byte[] text = stream.next((int) header.bytes());
                stream.finish();
                JsonNode node = BoundedJson.read(name, new String(text, StandardCharsets.UTF_8));
                List<TensorSpec> tensors = new ArrayList<>();
                node.path("tensors").forEach(tensor -> tensors.add(SpecJson.read(tensor)));
                return new Spec(new Layout(tensors), EpisodeNote.read(node.path("episode")));
            } catch (IllegalArgumentException nonsense) {
                throw new CorruptDataException(
                        name,
                        "array '%s': %s; export it again".formatted(NpzWriter.SPEC, nonsense.getMessage()),
                        nonsense);
            }
        }
    }

    @Override
    public Stream<Episode> read(Recording recording, Findings findings) {
        String name = name(recording);
        try (NpzFile file = NpzFile.open(recording.path())) {
            Spec spec = Spec.of(file);
            if (!spec.layout().equals(layout)) {
                findings.add(Finding.refused(
                        recording.file(),
                        name,
                        "another layout",
                        "its tensors are not those of '%s'; ingest it on its own"
                                .formatted(recordings.get(0).file())));
                return Stream.empty();
            }
            List<Tensor> tensors = layout.tensors().stream()
                    .map(tensor -> tensor(file, tensor))
                    .toList();
            Homecoming.Place place = new Homecoming.Place(
                    recording.file(), name, index(recording), RecordingFiles.declaredSplit(recording.path()));
            return Stream.of(new Homecoming(FORMAT, config).episode(tensors, place, spec.note(), findings));
        } catch (IllegalArgumentException nonsense) {
            throw new CorruptDataException(
                    recording.file(), "%s; export it again".formatted(nonsense.getMessage()), nonsense);
        }
    }

    private static String name(Recording recording) {
        return String.valueOf(recording.path().getFileName()).replaceFirst("\\.npz$", "");
    }

    private static long index(Recording recording) {
        Matcher name = NUMBER.matcher(String.valueOf(recording.path().getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private static Tensor tensor(NpzFile file, TensorSpec spec) {
        try (NpyStream stream = file.open(spec.name())) {
            NpyHeader header = stream.header();
            int steps = header.shape().isEmpty() ? 0 : header.shape().get(0);
            if (header.type() != NpzWriter.type(spec) || !header.shape().equals(NpzWriter.shape(spec, steps))) {
                throw new IllegalArgumentException("Array '%s' (%s %s) is not what '%s' says: %s"
                        .formatted(spec.name(), header.type().description(), header.shape(), NpzWriter.SPEC, spec));
            }
            if (header.bytes() > RowShape.MOST_BYTES) {
                throw new IllegalArgumentException("Array '%s' takes %d bytes, more than %d"
                        .formatted(spec.name(), header.bytes(), RowShape.MOST_BYTES));
            }
            byte[] data = stream.next((int) header.bytes());
            stream.finish();
            return switch (spec.encoding()) {
                case BITS -> bits(spec, data);
                case U8, PNG, F32, I64 -> Tensor.ofBytes(spec, data);
            };
        }
    }

    private static Tensor bits(TensorSpec spec, byte[] data) {
        boolean[] bits = new boolean[data.length];
        for (int i = 0; i < data.length; i++) {
            bits[i] = data[i] != 0;
        }
        return Tensor.ofBits(spec, bits);
    }
}
