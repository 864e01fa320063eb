package io.cradle.ingest.rlds;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The episodes of a file, one in memory at a time; what cannot be read is told and left out. */
final class RldsTakes implements TakeReader {
    private final RldsSource source;
    private final TfrecordReader records;
    private final Findings findings;
    private boolean ended;

    RldsTakes(RldsSource source, TfrecordReader records, Findings findings) {
        this.source = source;
        this.records = records;
        this.findings = findings;
    }

    @Override
    public Optional<Take> next() {
        Optional<Take> next = Optional.empty();
        while (next.isEmpty() && !ended) {
            Optional<byte[]> record = records.next();
            if (record.isEmpty()) {
                end();
            } else {
                next = take(record.get());
            }
        }
        return next;
    }

    @Override
    public void close() {
        records.close();
    }

    private Optional<Take> take(byte[] record) {
        try {
            return Optional.of(new RldsEpisode(source, records.index(), record, findings).take());
        } catch (IOException broken) {
            findings.add(source.refused(
                    records.index(),
                    "not an Example",
                    "its checksum is right, but it is no tf.train.Example (%s); write it with TensorFlow Datasets"
                            .formatted(broken.getMessage())));
        } catch (RldsEpisode.Refused refused) {
            findings.add(source.refused(records.index(), refused.reason(), refused.getMessage()));
        }
        return Optional.empty();
    }

    private void end() {
        ended = true;
        OptionalLong expected = RldsName.of(Path.of(source.file()))
                .map(source.metadata()::records)
                .orElse(OptionalLong.empty());
        if (expected.isPresent() && expected.getAsLong() > records.count()) {
            findings.add(Finding.refused(
                    source.file(),
                    "",
                    "records missing",
                    "it has %d records, dataset_info.json declares %d; copy it again"
                            .formatted(records.count(), expected.getAsLong())));
        }
    }
}
