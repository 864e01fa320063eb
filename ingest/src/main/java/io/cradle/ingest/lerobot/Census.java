package io.cradle.ingest.lerobot;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the episodes and rows of all data, one column of each file, and compares them with what the metadata count. */
final class Census {
    private static final int SHOWN = 10;
    private static final String EPISODE = "episode_index";

    private final Path root;
    private final Info info;
    private final Set<Long> episodes = new HashSet<>();
    private long rows;
    private int unread;

    private Census(LeRobotFormat format) {
        this.root = Path.of(format.root());
        this.info = format.info();
        format.recordings().forEach(this::count);
    }

    /** Tells what is missing, or which total is another. */
    static void tell(LeRobotFormat format, Findings findings) {
        Census census = new Census(format);
        EpisodeList.broken(census.root, census.info)
                .forEach(line -> findings.add(
                        Finding.refused(EpisodeList.lines(census.root).toString(), "", "cannot be read", line)));
        Set<Long> named = EpisodeList.read(census.root, census.info).keySet();
        List<Long> missing = named.stream()
                .filter(episode -> episode >= 0 && !census.episodes.contains(episode))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            findings.add(census.missing(missing, named.size()));
        } else if (census.unread == 0) {
            census.compare("total_episodes", census.info.episodes(), census.episodes.size(), findings);
            census.compare("total_frames", census.info.frames(), census.rows, findings);
        }
    }

    /** A file that cannot be read is told when its turn comes. */
    private void count(Recording recording) {
        try (ParquetRows file = ParquetRows.open(recording.path())) {
            Optional<double[]> one = file.range(EPISODE).filter(range -> range[0] == range[1]);
            if (one.isPresent()) { // as of all files of v2.1: the footer tells
                episodes.add((long) one.get()[0]);
            } else {
                read(file.read(List.of(EPISODE)));
            }
            rows += file.rows();
        } catch (CorruptDataException told) {
            unread++;
        }
    }

    private void read(ParquetCursor cursor) {
        while (cursor.next()) {
            episodes.add(cursor.integer(0));
        }
    }

    private Finding missing(List<Long> missing, int named) {
        return Finding.refused(
                root.resolve("data").toString(),
                "",
                "records missing",
                "%d of the %d episodes that meta/episodes names are in no file that can be read: %s%s; copy the whole dataset again"
                        .formatted(
                                missing.size(),
                                named,
                                missing.stream().limit(SHOWN).toList(),
                                missing.size() > SHOWN ? " and more" : ""));
    }

    private void compare(String key, long declared, long found, Findings findings) {
        if (declared >= 0 && declared != found) {
            findings.add(Finding.noticed(
                    Info.file(root).toString(),
                    "",
                    "metadata contradict",
                    "%s is %d, the data have %d; copy the whole dataset again, or mend it"
                            .formatted(key, declared, found)));
        }
    }
}
