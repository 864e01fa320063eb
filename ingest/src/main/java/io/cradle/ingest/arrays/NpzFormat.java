package io.cradle.ingest.arrays;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.TakeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * NumPy's archives of arrays with names that are common: one take a file, or several, all rows one after the other.
 *
 * @param recordings one a file, at least one
 */
public record NpzFormat(List<Recording> recordings) implements TakeFormat {
    private static final String LCD = "lcd";
    private static final String ACTION = "action";
    /** Axes of boxLCD's actions, {@code [N, T, A]}; here they are {@code [T, A]}. */
    private static final int AXES_OF_BARREL = 3;

    public NpzFormat {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("Cannot ingest npz: there is no file; give at least one");
        }
    }

    /** Of files, none of which is opened yet. */
    public static NpzFormat of(List<Recording> recordings) {
        return new NpzFormat(recordings);
    }

    /**
     * Whether a file is for this format. The barrels of boxLCD's collectors are not: they hold {@code lcd} and
     * {@code action} with an axis of rollouts in front. Only headers are read.
     *
     * @throws CorruptDataException if the file is no archive of arrays
     */
    public static boolean fits(Path path) {
        try (NpzFile file = NpzFile.open(path)) {
            Map<String, NpyHeader> arrays = file.headers();
            return !isBarrel(arrays)
                    && arrays.keySet().stream()
                            .anyMatch(name -> ArrayUse.of(name).isMain());
        }
    }

    private static boolean isBarrel(Map<String, NpyHeader> arrays) {
        NpyHeader action = arrays.get(ACTION);
        return arrays.containsKey(LCD) && action != null && action.shape().size() == AXES_OF_BARREL;
    }

    @Override
    public String name() {
        return "npz 1";
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        NpzFile file = NpzFile.open(recording.path());
        boolean opened = false;
        try {
            TakeReader reader = reader(file, findings);
            opened = true;
            return reader.stream();
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static TakeReader reader(NpzFile file, Findings findings) {
        Map<String, NpyHeader> headers = file.headers();
        ArrayPlan plan = plan(file.path(), headers);
        List<Piece> pieces = Pieces.of(file, headers, plan.rows());
        plan.leftOut().forEach(detail -> notice(file, "stream left out", detail, findings));
        if (plan.time().isEmpty()) {
            notice(
                    file,
                    "rate unknown",
                    "the file has no time, so rows are stamped one a second; declare it by ingest.rowRate",
                    findings);
        }
        int last = pieces.get(pieces.size() - 1).last();
        if (last < plan.rows()) {
            notice(
                    file,
                    "rows outside episodes",
                    "rows %d to %d stand behind the last end and are left out; add their end if they are an episode"
                            .formatted(last, plan.rows() - 1),
                    findings);
        }
        return new ArrayTakes(file, headers, plan, pieces, findings);
    }

    private static ArrayPlan plan(Path path, Map<String, NpyHeader> headers) {
        try {
            return ArrayPlan.of(headers);
        } catch (IllegalArgumentException refused) {
            throw new CorruptDataException(path.toString(), refused.getMessage(), refused);
        }
    }

    private static void notice(NpzFile file, String reason, String detail, Findings findings) {
        findings.add(Finding.noticed(file.path().toString(), "", reason, detail));
    }
}
