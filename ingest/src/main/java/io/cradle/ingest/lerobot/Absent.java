package io.cradle.ingest.lerobot;

import io.cradle.ingest.parquet.ParquetColumn;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Streams of numbers that are asked for and that a dataset doesn't have, or doesn't declare, and pictures that are not in its rows. Told, for a model would be trained without
 * them otherwise.
 *
 * @param format whose first file stands for all of them
 * @param findings is told
 */
record Absent(LeRobotFormat format, Findings findings) {
    void tell() {
        List<String> columns = columns(ParquetColumn.Kind::isNumeric);
        format.asked()
                .forEach(
                        name -> tell(name, columns.contains(name), format.info().declares(name)));
        tellPictures();
    }

    private void tellPictures() {
        List<String> pictures = columns(ParquetColumn.Kind.BYTES::equals);
        format.info().features().stream()
                .filter(feature -> feature.isPicture() && !pictures.contains(feature.name()))
                .forEach(feature -> add(
                        "video missing",
                        "the data have no pictures '%s' in their rows, so that episodes have none; save the dataset again with them"
                                .formatted(feature.name())));
    }

    private void tell(String name, boolean there, boolean declared) {
        if (there && !declared) {
            add(
                    "metadata contradict",
                    "'%s' is a column of the data, but no feature here; it isn't taken: declare its dtype, shape and names"
                            .formatted(name));
        } else if (!there) {
            add(
                    "stream missing",
                    "the data have no '%s' that is read, so that episodes have none; name what stands for it in ingest.streams"
                            .formatted(name));
        }
    }

    private void add(String reason, String detail) {
        findings.add(Finding.noticed(Info.file(Path.of(format.root())).toString(), "", reason, detail));
    }

    private List<String> columns(Predicate<ParquetColumn.Kind> wanted) {
        try (ParquetRows rows = ParquetRows.open(format.recordings().get(0).path())) {
            return rows.names(wanted);
        }
    }
}
