package io.cradle.training.model;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A checkpoint as a directory of four files, whose sizes are checked before they are read. */
final class CheckpointFiles {
    static final int FORMAT = 3;
    static final String HEADER = "checkpoint.json";
    static final String PARAMETERS = "parameters.bin";
    static final String UPDATER = "updater.bin";
    static final String PROMPTS = "prompts.bin";

    private static final long MOST_HEADER = 4L << 20;
    private static final String AGAIN = "copy the checkpoint again or train anew";

    private CheckpointFiles() {}

    static void save(Checkpoint checkpoint, Path target) {
        if (Files.exists(target)) {
            throw new IllegalArgumentException(
                    "Cannot write checkpoint '%s': it exists; choose another place or say --overwrite"
                            .formatted(target));
        }
        publish(checkpoint, target);
    }

    static void replace(Checkpoint checkpoint, Path target) {
        if (Files.exists(target) && !Files.isRegularFile(target.resolve(HEADER))) {
            throw new IllegalArgumentException(
                    "Cannot overwrite '%s': it is no checkpoint; choose another place".formatted(target));
        }
        publish(checkpoint, target);
    }

    private static void publish(Checkpoint checkpoint, Path target) {
        Path whole = target.toAbsolutePath().normalize();
        Path draft = beside(whole);
        try {
            Files.createDirectories(whole.getParent());
            Files.createDirectory(draft);
            try {
                writeAll(checkpoint, draft);
                swap(draft, whole);
            } finally {
                delete(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write checkpoint '%s': %s; check space and permissions"
                            .formatted(target, failed.getMessage()),
                    failed);
        }
    }

    /** The earlier checkpoint, if there is one, goes only when the new one stands in its place. */
    private static void swap(Path draft, Path whole) throws IOException {
        Path earlier = beside(whole);
        if (Files.exists(whole)) {
            Files.move(whole, earlier, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        delete(earlier);
    }

    private static Path beside(Path whole) {
        return whole.resolveSibling(".%s-%s".formatted(whole.getFileName(), UUID.randomUUID()));
    }

    private static void writeAll(Checkpoint checkpoint, Path draft) throws IOException {
        Map<String, byte[]> files = Map.of(
                PARAMETERS, checkpoint.parameters().bytes(),
                UPDATER, checkpoint.updater().bytes(),
                PROMPTS, promptBytes(checkpoint.prompts()));
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(draft.resolve(file.getKey()), file.getValue());
            digests.put(file.getKey(), Digests.sha256(file.getValue()));
        }
        CheckpointHeader header = new CheckpointHeader(
                FORMAT, checkpoint.facts(), checkpoint.prompts().size(), digests);
        Files.write(draft.resolve(HEADER), header.json());
    }

    private static byte[] promptBytes(PromptBank prompts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        prompts.tensors().forEach(tensor -> all.writeBytes(tensor.bytes()));
        return all.toByteArray();
    }

    static Checkpoint load(Path directory) {
        CheckpointHeader header = header(directory);
        Checkpoint.Facts facts = header.facts();
        ModelShape shape = shape(directory, facts);
        Floats parameters =
                Floats.ofBytes(read(directory, PARAMETERS, header, Float.BYTES * (long) shape.parameters()));
        Floats updater = Floats.ofBytes(read(directory, UPDATER, header, Float.BYTES * (long) shape.updaterState()));
        return new Checkpoint(facts, parameters, updater, prompts(directory, header, shape.promptFrames()));
    }

    private static CheckpointHeader header(Path directory) {
        Path file = directory.resolve(HEADER);
        if (!Files.isRegularFile(file)) {
            throw new CorruptDataException(
                    directory.toString(), "it holds no %s; name a directory that training wrote".formatted(HEADER));
        }
        CheckpointHeader header = CheckpointHeader.parse(bytes(file, MOST_HEADER), file);
        return header;
    }

    private static ModelShape shape(Path directory, Checkpoint.Facts facts) {
        try {
            return ModelShape.of(facts.model(), facts.layout());
        } catch (IllegalArgumentException invalid) {
            throw new CorruptDataException(directory.resolve(HEADER).toString(), invalid.getMessage(), invalid);
        }
    }

    private static PromptBank prompts(Path directory, CheckpointHeader header, int length) {
        Layout layout = header.facts().layout();
        int rows = header.prompts() * length;
        byte[] all = read(directory, PROMPTS, header, (long) rows * layout.bytes());
        List<Tensor> tensors = new ArrayList<>();
        int from = 0;
        for (TensorSpec spec : layout.tensors()) {
            int to = from + rows * spec.bytes();
            tensors.add(Tensor.ofBytes(spec, Arrays.copyOfRange(all, from, to)));
            from = to;
        }
        return new PromptBank(tensors, length);
    }

    private static byte[] read(Path directory, String name, CheckpointHeader header, long size) {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new CorruptDataException(file.toString(), "it is missing; " + AGAIN);
        }
        byte[] bytes = bytes(file, size);
        if (bytes.length != size) {
            throw new CorruptDataException(
                    file.toString(),
                    "it has %d bytes, model and layout ask for %d; %s".formatted(bytes.length, size, AGAIN));
        }
        if (!Digests.sha256(bytes).equals(header.sha256().get(name))) {
            throw new CorruptDataException(
                    file.toString(), "its SHA-256 is not the one in %s; %s".formatted(HEADER, AGAIN));
        }
        return bytes;
    }

    private static byte[] bytes(Path file, long most) {
        try {
            long size = Files.size(file);
            if (size > most) {
                throw new CorruptDataException(
                        file.toString(), "it has %d bytes, expected at most %d; %s".formatted(size, most, AGAIN));
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new CorruptDataException(file.toString(), failed.getMessage() + "; " + AGAIN, failed);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
