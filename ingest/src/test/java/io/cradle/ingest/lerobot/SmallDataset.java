package io.cradle.ingest.lerobot;

import io.cradle.ingest.parquet.ParquetFiles;
import io.cradle.ingest.video.NumberedFilm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;

/** A dataset of version 2.1 in a directory: episodes of a few rows, each with an action and a state of one number. */
final class SmallDataset {
    static final int ROWS = 3;
    private static final String SCHEMA = "message data { required int64 episode_index; required double timestamp;"
            + " required float action; required float observation.state; }";

    private final Path root;
    private final Map<String, String> info = new TreeMap<>(Map.of(
            "codebase_version", "\"v2.1\"",
            "fps", "10",
            "features", features(number("action", "float32"), number("observation.state", "float32"))));

    private SmallDataset(Path root) {
        this.root = root;
    }

    /** Whose metadata name so many episodes, and whose data are all there. */
    static SmallDataset of(Path root, int episodes) {
        SmallDataset dataset = new SmallDataset(root);
        IntStream.range(0, episodes).forEach(dataset::data);
        dataset.write(
                "meta/episodes.jsonl",
                IntStream.range(0, episodes)
                        .mapToObj(i -> "{\"episode_index\": %d, \"length\": %d}".formatted(i, ROWS))
                        .collect(Collectors.joining("\n")));
        return dataset.saying("total_episodes", "" + episodes).saying("total_frames", "" + ROWS * episodes);
    }

    static String number(String name, String dtype) {
        return "\"%s\": {\"dtype\": \"%s\", \"shape\": [1]}".formatted(name, dtype);
    }

    static String features(String... features) {
        return "{%s}".formatted(String.join(", ", features));
    }

    /** With another value, as JSON, of a key of {@code info.json}. */
    SmallDataset saying(String key, String value) {
        info.put(key, value);
        write(
                "meta/info.json",
                info.entrySet().stream()
                        .map(entry -> "\"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")));
        return this;
    }

    /** Without a key of {@code info.json}. */
    SmallDataset silentOf(String key) {
        info.remove(key);
        return saying("robot_type", "\"arm\"");
    }

    /** With the features of films of these names, whose files are yet to be written to {@link #video}. */
    SmallDataset filmed(String... cameras) {
        String films = Stream.of(cameras)
                .map(camera -> "\"%s\": {\"dtype\": \"video\", \"shape\": [32, 160, 3]}".formatted(camera))
                .collect(Collectors.joining(", "));
        return saying("video_path", "\"videos/{video_key}/episode_{episode_index:06d}.mp4\"")
                .saying(
                        "features",
                        features(number("action", "float32"), number("observation.state", "float32"), films));
    }

    /** With a film of an episode. */
    SmallDataset film(String camera, int episode, double rate, int pictures) throws IOException {
        NumberedFilm.write(video(camera, episode), rate, pictures);
        return this;
    }

    /** Where the film of an episode lies. */
    Path video(String camera, int episode) throws IOException {
        Path file = root.resolve("videos/%s/episode_%06d.mp4".formatted(camera, episode));
        Files.createDirectories(file.getParent());
        return file;
    }

    /** As version 3.0 has it, with one episode, whose film {@code camera} lies between these seconds of a file. */
    SmallDataset ofVersion3(double from, double to) {
        String film = "videos/camera/";
        ParquetFiles.write(
                root.resolve("meta/episodes/chunk-000/file-000.parquet"),
                "message episodes { required int64 episode_index; required int64 length;"
                        + " required int64 %1$schunk_index; required int64 %1$sfile_index;".formatted(film)
                        + " required double %1$sfrom_timestamp; required double %1$sto_timestamp; }".formatted(film),
                1,
                (row, episode) -> {
                    row.add("episode_index", 0L);
                    row.add("length", (long) ROWS);
                    row.add(film + "chunk_index", 0L);
                    row.add(film + "file_index", 0L);
                    row.add(film + "from_timestamp", from);
                    row.add(film + "to_timestamp", to);
                });
        return saying("codebase_version", "\"v3.0\"").saying("video_path", "\"videos/{video_key}/{file_index}.mp4\"");
    }

    /**
     * With all episodes in one file, and a picture in each row of 2 x 3 pixels, as bright as {@link #brightness} says.
     *
     * @param shown whether a row has its picture
     */
    SmallDataset pictured(int episodes, IntPredicate shown) throws IOException {
        for (int episode = 0; episode < episodes; episode++) {
            without(episode);
        }
        String picture = " optional group camera { optional binary bytes; optional binary path (STRING); } }";
        ParquetFiles.write(
                root.resolve("data/chunk-000/all.parquet"),
                SCHEMA.replace(" }", picture),
                episodes * ROWS,
                (group, row) -> {
                    fill(group, row / ROWS, row % ROWS);
                    if (shown.test(row)) {
                        group.addGroup("camera").add("bytes", Binary.fromConstantByteArray(png(brightness(row))));
                    }
                });
        return saying(
                "features",
                features(
                        number("action", "float32"),
                        number("observation.state", "float32"),
                        "\"camera\": {\"dtype\": \"image\", \"shape\": [2, 3, 3]}"));
    }

    /** Gray level of a row's picture, rows of the file counted from 0. */
    static int brightness(int row) {
        return 20 * row + 5;
    }

    private static byte[] png(int gray) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 3, i / 3, 0x010101 * gray);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** Without the data of an episode. */
    SmallDataset without(int episode) throws IOException {
        Files.delete(file(episode));
        return this;
    }

    private Path file(int episode) {
        return root.resolve("data/chunk-000/episode_%06d.parquet".formatted(episode));
    }

    private void data(int episode) {
        ParquetFiles.write(file(episode), SCHEMA, ROWS, (row, t) -> fill(row, episode, t));
    }

    private static void fill(Group row, int episode, int t) {
        row.add("episode_index", (long) episode);
        row.add("timestamp", t / 10.0);
        row.add("action", (float) t);
        row.add("observation.state", (float) episode);
    }

    SmallDataset write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }
}
