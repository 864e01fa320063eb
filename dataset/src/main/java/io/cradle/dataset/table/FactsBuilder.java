package io.cradle.dataset.table;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up digests as they stream by, in ascending order. */
final class FactsBuilder {
    private final ContentHash hash = new ContentHash();
    private final Map<Split, Long> splits = new EnumMap<>(Split.class);
    private final Map<String, Long> worlds = new TreeMap<>();
    private final Map<String, Long> policies = new TreeMap<>();
    private String lastId = "";
    private long episodes;
    private long distinct;
    private long steps;

    FactsBuilder addAll(Iterator<EpisodeDigest> digests) {
        digests.forEachRemaining(this::add);
        return this;
    }

    private void add(EpisodeDigest digest) {
        for (int copy = 0; copy < digest.copies(); copy++) {
            hash.line(digest.episode(), digest.digest());
        }
        long copies = digest.copies();
        episodes += copies;
        distinct += digest.episode().equals(lastId) ? 0 : 1;
        lastId = digest.episode();
        steps += copies * digest.steps();
        splits.merge(digest.split(), copies, Long::sum);
        worlds.merge(digest.provenance().world(), copies, Long::sum);
        policies.merge(digest.provenance().policy(), copies, Long::sum);
    }

    TableFacts build(String path, long version, long bytes, Layout layout, List<Commit> history) {
        return new TableFacts(
                path,
                version,
                hash.hex(),
                episodes,
                episodes - distinct,
                steps,
                (double) bytes / steps,
                splits,
                worlds,
                policies,
                layout,
                history);
    }
}
