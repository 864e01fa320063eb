package io.cradle.jobs;

import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.table.SelectionTable;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import scala.Tuple2;

/**
 * What a selection tells of the table that it judges and of itself. Reads no tensor: a selection keeps the digest of each
 * episode.
 *
 * @param episodes that were judged
 * @param kept that stay
 * @param table content hash of the table
 * @param decisions SHA-256 over the lines {@code "<id> <reason> <stratum> <weight>\n"} in ascending order of id
 */
record Contents(long episodes, long kept, String table, String decisions) {
    private record Line(String digest, boolean kept, String decision) implements Serializable {}

    /**
     * Streams a selection by, in ascending order of id.
     *
     * @throws CorruptDataException if an episode stands in the table more than once
     */
    static Contents of(SelectionTable selection) {
        String parent = selection.parent();
        Iterator<Tuple2<String, Line>> lines = selection
                .judged()
                .mapToPair(judged -> new Tuple2<>(judged.episode(), line(judged, parent)))
                .sortByKey()
                .toLocalIterator();
        return sum(lines);
    }

    private static Contents sum(Iterator<Tuple2<String, Line>> lines) {
        ContentHash table = new ContentHash();
        MessageDigest decisions = Digests.sha256();
        long episodes = 0;
        long kept = 0;
        while (lines.hasNext()) {
            Tuple2<String, Line> next = lines.next();
            table.line(next._1(), next._2().digest());
            decisions.update((next._1() + " " + next._2().decision() + "\n").getBytes(StandardCharsets.UTF_8));
            episodes++;
            kept += next._2().kept() ? 1 : 0;
        }
        return new Contents(episodes, kept, table.hex(), Digests.hex(decisions.digest()));
    }

    private static Line line(Judged judged, String parent) {
        if (judged.candidate().copies() != 1) {
            throw new CorruptDataException(
                    parent,
                    "episode '%s' stands in it %d times; somebody else than the build wrote there, so restore a version from before"
                            .formatted(judged.episode(), judged.candidate().copies()));
        }
        String reason = judged.verdict() instanceof Verdict.Drop drop ? drop.reason() : "";
        return new Line(
                judged.candidate().digest(),
                judged.stays(),
                "%s %s %s".formatted(reason, judged.stratum(), judged.weight()));
    }
}
