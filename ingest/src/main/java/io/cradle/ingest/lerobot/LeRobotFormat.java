package io.cradle.ingest.lerobot;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dataset of LeRobot: {@code meta/info.json}, {@code meta/episodes…}, {@code data/…parquet} and {@code videos/…mp4}. A
 * recording is a file of data with one or many episodes. Row t holds (o_t, a_t), as everywhere here. {@code action} is the action,
 * {@code observation.state} is proprio; other streams are taken where the configuration names them.
 *
 * @param root directory of the dataset
 * @param info what it says of itself
 * @param asked names of the streams of numbers that are asked for
 * @param recordings its files of data
 */
public record LeRobotFormat(String root, Info info, List<String> asked, List<Recording> recordings)
        implements TakeFormat {
    static final String ACTION = "action";
    static final String STATE = "observation.state";

    public LeRobotFormat {
        asked = List.copyOf(asked);
        recordings = List.copyOf(recordings);
    }

    /** Whether a directory looks like such a dataset. */
    public static boolean isAt(Path path) {
        return Files.isRegularFile(Info.file(path));
    }

    /**
     * Reads what it says of itself.
     *
     * @param proprio names of the streams that make up proprio; none for {@code observation.state}
     * @param action names of the streams that make up the action; none for {@code action}
     * @throws CorruptDataException if metadata are broken, a stream that is asked for cannot be read, or there is no data
     */
    public static LeRobotFormat of(Path root, List<String> proprio, List<String> action) {
        Path absolute = root.toAbsolutePath().normalize();
        Info info = Info.read(absolute);
        List<String> asked = Stream.of(or(proprio, STATE), or(action, ACTION))
                .flatMap(List::stream)
                .toList();
        info.requireNumbers(absolute, asked);
        Path data = absolute.resolve("data");
        List<Recording> recordings = Files.isDirectory(data) ? RecordingFiles.find(data, ".parquet") : List.of();
        if (recordings.isEmpty()) {
            throw new CorruptDataException(data.toString(), "it holds no Parquet file; copy the whole dataset");
        }
        return new LeRobotFormat(absolute.toString(), info, asked, recordings);
    }

    private static List<String> or(List<String> named, String told) {
        return named.isEmpty() ? List.of(told) : named;
    }

    @Override
    public String name() {
        return "lerobot-%s 1".formatted(info.version());
    }

    @Override
    public String world(Recording recording) {
        return info.robot();
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        if (recording.equals(recordings.get(0))) {
            new Absent(this, findings).tell(); // of all of the dataset, hence once
            Census.tell(this, findings);
        }
        return outlines(recording, findings);
    }

    /** Without a look at the whole dataset, which reading begins with. */
    @Override
    public Stream<Take> outlines(Recording recording, Findings findings) {
        return LeRobotTakes.of(Path.of(root), info, recording, findings).stream();
    }
}
