package io.cradle.ingest.lerobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.parquet.ParquetColumn;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a dataset's metadata say of its episodes. */
final class EpisodeList {
    private static final String TASKS = "tasks";
    private static Remembered last = new Remembered(Optional.empty(), Map.of(), List.of());

    private final Path root;
    private final Info info;
    private final Map<Long, EpisodeEntry> entries = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private EpisodeList(Path root, Info info) {
        this.root = root;
        this.info = info;
    }

    /**
     * By number of the episode. Every file of data asks for all of them, which is quadratic in episodes where a file holds one; so what was
     * read last is remembered for as long as its files stay as they are.
     */
    static Map<Long, EpisodeEntry> read(Path root, Info info) {
        return remembered(root, info).entries();
    }

    /** What is wrong with single lines, each as the end of a sentence about the file; the others are read. */
    static List<String> broken(Path root, Info info) {
        return remembered(root, info).broken();
    }

    private static synchronized Remembered remembered(Path root, Info info) {
        Key key = new Key(root, info, stamps(root, info));
        if (!last.key().equals(Optional.of(key))) {
            EpisodeList list = new EpisodeList(root, info);
            last = new Remembered(Optional.of(key), list.all(), List.copyOf(list.broken));
        }
        return last;
    }

    /** What a list was read from; stamps are times of change and sizes. */
    private record Key(Path root, Info info, List<String> stamps) {}

    private record Remembered(Optional<Key> key, Map<Long, EpisodeEntry> entries, List<String> broken) {}

    private static List<String> stamps(Path root, Info info) {
        List<Path> files =
                info.isV3() ? tables(root).stream().map(Recording::path).toList() : List.of(lines(root));
        return files.stream().map(EpisodeList::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            return "%s %s %d".formatted(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException missing) {
            return "%s %s".formatted(file, missing); // reading tells
        }
    }

    private Map<Long, EpisodeEntry> all() {
        if (info.isV3()) {
            readTables();
        } else {
            readLines();
        }
        return Collections.unmodifiableMap(entries);
    }

    /** Where version 2 names episodes, a line each. */
    static Path lines(Path root) {
        return root.resolve("meta").resolve("episodes.jsonl");
    }

    private void readLines() {
        Path file = lines(root);
        int line = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                readLine(line, text);
            }
        } catch (NoSuchFileException missing) {
            throw new CorruptDataException(file.toString(), "there is no such file; copy the whole dataset", missing);
        } catch (IOException missing) {
            throw new CorruptDataException(
                    file.toString(), "%s; it must be there: copy the whole dataset".formatted(missing), missing);
        }
    }

    private void readLine(int line, String text) {
        try {
            if (!text.isBlank()) {
                add(Info.bounded().readTree(text));
            }
        } catch (JsonProcessingException unread) {
            broken.add("line %d is not JSON, and what it names is left out; mend it or copy the file again"
                    .formatted(line));
        }
    }

    private void add(JsonNode node) {
        long index = node.path("episode_index").asLong(-1);
        Map<String, Clip> clips = new HashMap<>();
        for (Feature feature : info.features()) {
            if (feature.isVideo()) {
                Map<String, Object> names = Map.of(
                        "episode_chunk", index / info.chunkSize(), "episode_index", index, "video_key", feature.name());
                clips.put(feature.name(), Clip.whole(filled(names)));
            }
        }
        List<String> tasks = new ArrayList<>();
        node.path(TASKS).forEach(task -> tasks.add(task.asText()));
        entries.put(index, new EpisodeEntry(index, node.path("length").asLong(-1), tasks, clips));
    }

    private void readTables() {
        List<Recording> files = tables(root);
        if (files.isEmpty()) {
            throw new CorruptDataException(
                    root.resolve("meta").resolve("episodes").toString(),
                    "it holds no Parquet file; copy the whole dataset, or finalize() it again");
        }
        files.forEach(file -> readTable(file.path()));
    }

    private static List<Recording> tables(Path root) {
        Path directory = root.resolve("meta").resolve("episodes");
        return Files.isDirectory(directory) ? RecordingFiles.find(directory, ".parquet") : List.of();
    }

    private void readTable(Path file) {
        List<String> films = info.features().stream()
                .filter(Feature::isVideo)
                .map(Feature::name)
                .toList();
        try (ParquetRows rows = ParquetRows.open(file)) {
            List<String> there =
                    rows.columns().stream().map(ParquetColumn::name).toList();
            List<String> columns = new ArrayList<>(List.of("episode_index", "length"));
            List<String> placed = films.stream()
                    .filter(film -> there.contains(column(film, "file_index")))
                    .toList();
            placed.forEach(film -> List.of("chunk_index", "file_index", "from_timestamp", "to_timestamp")
                    .forEach(part -> columns.add(column(film, part))));
            boolean told = rows.columns().stream()
                    .anyMatch(column -> column.name().equals(TASKS) && column.kind() == ParquetColumn.Kind.TEXTS);
            int tasks = columns.size();
            if (told) {
                columns.add(TASKS);
            }
            ParquetCursor cursor = rows.read(columns);
            while (cursor.next()) {
                long index = cursor.integer(0);
                List<String> said = told && !cursor.isNull(tasks) ? cursor.texts(tasks) : List.of();
                entries.put(index, new EpisodeEntry(index, cursor.integer(1), said, clips(cursor, placed)));
            }
        }
    }

    private static String column(String film, String part) {
        return "videos/" + film + "/" + part;
    }

    private Map<String, Clip> clips(ParquetCursor cursor, List<String> films) {
        Map<String, Clip> clips = new HashMap<>();
        int at = 2;
        for (String film : films) {
            String file = filled(
                    Map.of("chunk_index", cursor.integer(at), "file_index", cursor.integer(at + 1), "video_key", film));
            clips.put(film, Clip.part(file, cursor.number(at + 2), cursor.number(at + 3)));
            at += 4;
        }
        return clips;
    }

    /** The template of videos' paths with names filled in, such as {@code {episode_index:06d}}. */
    private String filled(Map<String, Object> names) {
        String path = info.videoPath();
        for (Map.Entry<String, Object> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue().toString());
            for (int digits = 1; digits <= 9; digits++) {
                String key = "{%s:0%dd}".formatted(name.getKey(), digits);
                if (path.contains(key)) {
                    path = path.replace(key, String.format(Locale.ROOT, "%0" + digits + "d", (Long) name.getValue()));
                }
            }
        }
        return path;
    }
}
