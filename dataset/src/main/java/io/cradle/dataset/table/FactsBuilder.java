package io.cradle.dataset.table;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up digests as they stream by, in ascending order. */
final class FactsBuilder {
    private final ContentHash hash = new ContentHash();
    private final SortedMap<Split, Long> splits = new TreeMap<>();
    private final SortedMap<String, Long> worlds = new TreeMap<>();
    private final SortedMap<String, Long> policies = new TreeMap<>();
    private final SortedMap<String, Long> sources = new TreeMap<>();
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
        sources.merge(digest.provenance().source(), copies, Long::sum);
    }

    TableFacts build(String path, long version, Sizes sizes, Layout layout, List<Commit> history) {
        List<String> tensors = layout.tensors().stream().map(TensorSpec::name).toList();
        return new TableFacts(
                path,
                version,
                hash.hex(),
                episodes,
                episodes - distinct,
                steps,
                sizes.files(),
                (double) sizes.bytes() / steps,
                sizes.perStep(tensors, steps),
                splits,
                worlds,
                policies,
                sources,
                layout,
                history);
    }
}
