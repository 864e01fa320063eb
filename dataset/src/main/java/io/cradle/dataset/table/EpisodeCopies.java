package io.cradle.dataset.table;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Segments of one episode put together again. An episode that was written twice has each segment twice.
 *
 * @param copies the segments of each copy, by first step
 * @param path the table, for messages
 */
record EpisodeCopies(List<List<StoredSegment>> copies, String path) {
    /**
     * Deals segments out to copies.
     *
     * @param segments all of one episode's, by first step
     * @throws CorruptDataException if a copy lacks steps
     */
    static EpisodeCopies of(List<StoredSegment> segments, String path) {
        List<List<StoredSegment>> copies = new ArrayList<>();
        int nth = 0;
        for (int i = 0; i < segments.size(); i++) {
            boolean again =
                    i > 0 && segments.get(i).firstStep() == segments.get(i - 1).firstStep();
            nth = again ? nth + 1 : 0;
            if (nth == copies.size()) {
                copies.add(new ArrayList<>());
            }
            copies.get(nth).add(segments.get(i));
        }
        copies.forEach(copy -> requireComplete(copy, path));
        return new EpisodeCopies(copies, path);
    }

    /** The first copy. */
    Episode episode() {
        return episode(copies.get(0));
    }

    /** Each copy. */
    List<Episode> episodes() {
        return copies.stream().map(EpisodeCopies::episode).toList();
    }

    private static Episode episode(List<StoredSegment> copy) {
        StoredSegment first = copy.get(0);
        List<Tensor> tensors = IntStream.range(0, first.tensors().size())
                .mapToObj(i -> Tensor.concat(
                        copy.stream().map(segment -> segment.tensors().get(i)).toList()))
                .toList();
        return new Episode(first.episode(), tensors, first.provenance());
    }

    /** Digest of each copy. */
    List<EpisodeDigest> digests() {
        return copies.stream().map(EpisodeCopies::digest).toList();
    }

    private static EpisodeDigest digest(List<StoredSegment> copy) {
        ContentHash hash = new ContentHash();
        copy.forEach(segment -> hash.segment(segment.firstStep(), segment.tensors()));
        StoredSegment first = copy.get(0);
        return new EpisodeDigest(first.episode(), hash.hex(), first.episodeSteps(), first.provenance(), 1);
    }

    private static void requireComplete(List<StoredSegment> copy, String path) {
        int end = 0;
        for (StoredSegment segment : copy) {
            if (segment.firstStep() != end) {
                throw incomplete(segment, end, path);
            }
            end = segment.end();
        }
        if (end != copy.get(0).episodeSteps()) {
            throw incomplete(copy.get(0), end, path);
        }
    }

    private static CorruptDataException incomplete(StoredSegment segment, int step, String path) {
        return new CorruptDataException(
                path,
                "episode '%s' of %d steps has no step %d where it should; build the table anew"
                        .formatted(segment.episode(), segment.episodeSteps(), step));
    }
}
