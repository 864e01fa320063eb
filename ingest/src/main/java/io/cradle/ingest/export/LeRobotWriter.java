package io.cradle.ingest.export;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.parquet.Cell;
import io.cradle.ingest.parquet.NewColumn;
import io.cradle.ingest.parquet.NewColumn.Kind;
import io.cradle.ingest.parquet.ParquetRowsWriter;
import io.cradle.ingest.take.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset of LeRobot v3.0 without videos: binary frames are columns of numbers, for no codec that their tools read gives every
 * bit back. Episodes come in order of split, so that {@code info.json} can name ranges.
 */
final class LeRobotWriter implements EpisodeWriter {
    private static final long FILE_BYTES = 100L << 20;
    private static final int CHUNK_FILES = 1000;
    private static final List<NewColumn> EPISODES = List.of(
            new NewColumn("episode_index", Kind.INTEGER),
            new NewColumn("tasks", Kind.TEXTS),
            new NewColumn("length", Kind.INTEGER),
            new NewColumn("data/chunk_index", Kind.INTEGER),
            new NewColumn("data/file_index", Kind.INTEGER),
            new NewColumn("dataset_from_index", Kind.INTEGER),
            new NewColumn("dataset_to_index", Kind.INTEGER),
            new NewColumn("meta/episodes/chunk_index", Kind.INTEGER),
            new NewColumn("meta/episodes/file_index", Kind.INTEGER),
            new NewColumn(LeRobotExport.NOTE, Kind.TEXT));

    private final Path directory;
    private final long fileBytes;
    private final List<Feature> features;
    private final LeRobotInfo info;
    private final RowStatistics statistics;
    private final Map<String, Long> tasks = new LinkedHashMap<>();
    private final ParquetRowsWriter episodes;
    private Optional<ParquetRowsWriter> data = Optional.empty();
    private long files;
    private long frames;

    LeRobotWriter(Path directory, Layout layout) {
        this(directory, layout, FILE_BYTES);
    }

    /** With files of data that are closed once they have so many bytes. */
    LeRobotWriter(Path directory, Layout layout, long fileBytes) {
        this.directory = directory;
        this.fileBytes = fileBytes;
        this.features = layout.tensors().stream().map(Feature::of).toList();
        this.info = new LeRobotInfo(features);
        this.statistics = new RowStatistics(features);
        this.episodes = open("meta/episodes", 0, EPISODES);
    }

    @Override
    public void add(Episode episode) {
        Split split = episode.provenance().split();
        long index = info.add(split, episode.steps(), episode.provenance().world());
        long task = tasks.computeIfAbsent(task(episode), name -> (long) tasks.size());
        ParquetRowsWriter file = data();
        for (int t = 0; t < episode.steps(); t++) {
            file.add(row(episode, t, index, task));
        }
        statistics.add(episode, index, frames, task);
        describe(episode, index);
        frames += episode.steps();
        if (file.bytes() >= fileBytes) {
            file.close();
            data = Optional.empty();
        }
    }

    /** What whoever acted was told to do; where nobody said that, the world. */
    private static String task(Episode episode) {
        Provenance from = episode.provenance();
        return Task.ofPolicy(from.policy()).map(Task::text).orElse(from.world());
    }

    private ParquetRowsWriter data() {
        if (data.isEmpty()) {
            List<NewColumn> columns = Stream.concat(
                            features.stream().map(Feature::column),
                            Stream.of(
                                    new NewColumn("timestamp", Kind.FLOAT),
                                    new NewColumn("frame_index", Kind.INTEGER),
                                    new NewColumn("episode_index", Kind.INTEGER),
                                    new NewColumn("index", Kind.INTEGER),
                                    new NewColumn("task_index", Kind.INTEGER)))
                    .toList();
            data = Optional.of(open("data", files++, columns));
        }
        return data.get();
    }

    private List<Cell> row(Episode episode, int t, long index, long task) {
        List<Cell> cells = new ArrayList<>();
        for (Tensor tensor : episode.tensors()) {
            cells.add(Cell.row(tensor, t));
        }
        cells.add(Cell.single((float) (t / info.rate())));
        cells.add(Cell.integer(t));
        cells.add(Cell.integer(index));
        cells.add(Cell.integer(frames + t));
        cells.add(Cell.integer(task));
        return cells;
    }

    private void describe(Episode episode, long index) {
        long file = files - 1;
        episodes.add(List.of(
                Cell.integer(index),
                Cell.texts(List.of(task(episode))),
                Cell.integer(episode.steps()),
                Cell.integer(file / CHUNK_FILES),
                Cell.integer(file % CHUNK_FILES),
                Cell.integer(frames),
                Cell.integer(frames + episode.steps()),
                Cell.integer(0),
                Cell.integer(0),
                Cell.text(EpisodeNote.of(episode).json().toString())));
    }

    @Override
    public void finish() {
        close();
        writeTasks();
        write("meta/stats.json", statistics.json().toPrettyString());
        write("meta/info.json", info.json(tasks.size()).toPrettyString());
    }

    /** With the task as pandas' index, as LeRobot looks it up. */
    private void writeTasks() {
        List<NewColumn> columns =
                List.of(new NewColumn("task_index", Kind.INTEGER), new NewColumn("__index_level_0__", Kind.TEXT));
        String pandas = """
                {"index_columns": ["__index_level_0__"], "column_indexes": [{"name": null, "field_name": null, "pandas_type": "unicode", "numpy_type": "object", "metadata": {"encoding": "UTF-8"}}], "columns": [{"name": "task_index", "field_name": "task_index", "pandas_type": "int64", "numpy_type": "int64", "metadata": null}, {"name": null, "field_name": "__index_level_0__", "pandas_type": "unicode", "numpy_type": "object", "metadata": null}], "attributes": {}, "pandas_version": "2.3.3"}""";
        Path file = directory.resolve("meta").resolve("tasks.parquet");
        try (ParquetRowsWriter rows = new ParquetRowsWriter(file, columns, Map.of("pandas", pandas))) {
            tasks.forEach((task, number) -> rows.add(List.of(Cell.integer(number), Cell.text(task))));
        }
    }

    private ParquetRowsWriter open(String room, long file, List<NewColumn> columns) {
        Path folder = directory.resolve(room).resolve("chunk-%03d".formatted(file / CHUNK_FILES));
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw failure(folder, failed);
        }
        return new ParquetRowsWriter(
                folder.resolve("file-%03d.parquet".formatted(file % CHUNK_FILES)), columns, Map.of());
    }

    private void write(String name, String text) {
        Path file = directory.resolve(name);
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException failed) {
            throw failure(file, failed);
        }
    }

    private static UncheckedIOException failure(Path path, IOException failed) {
        return new UncheckedIOException(
                "Cannot write '%s': %s; choose a place that can be written".formatted(path, failed), failed);
    }

    @Override
    public void close() {
        try {
            data.ifPresent(ParquetRowsWriter::close);
        } finally {
            data = Optional.empty();
            episodes.close();
        }
    }
}
