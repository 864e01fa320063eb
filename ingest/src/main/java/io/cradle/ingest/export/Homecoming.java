package io.cradle.ingest.export;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Makes episodes of tensors that were exported: with the id and the provenance that they had, if they are still the same, and
 * as recordings of somebody else's otherwise.
 *
 * @param format name and version of the reader
 * @param config names the world and splits, if anything
 */
record Homecoming(String format, TakeConfig config) implements Serializable {
    /**
     * An episode as it lies in a file.
     *
     * @param file the file
     * @param name what people call it
     * @param index its number in the dataset
     * @param declared the split that the dataset as a whole declares
     */
    record Place(String file, String name, long index, Optional<Split> declared) {}

    Episode episode(List<Tensor> tensors, Place place, EpisodeNote note, Findings findings) {
        String content = EpisodeNote.content(tensors);
        Optional<Split> declared = config.splits().of(place.name(), place.declared());
        if (content.equals(note.content())) {
            return new Episode(note.id(), tensors, provenance(note.provenance(), declared));
        }
        findings.add(Finding.noticed(
                place.file(),
                place.name(),
                "content changed",
                "its numbers are not those that were exported as episode %s; it is taken for a recording of its own: export it again if nobody meant to change it"
                        .formatted(note.id())));
        return foreign(tensors, place, content, note, declared);
    }

    private Provenance provenance(Provenance was, Optional<Split> declared) {
        Split split = declared.orElse(was.split());
        return new Provenance(
                was.source(),
                config.world().isBlank() ? was.world() : config.world(),
                was.worldDigest(),
                was.policy(),
                was.seed(),
                was.generator(),
                was.recording(),
                split,
                split == was.split() ? was.splitBy() : SplitBy.SOURCE);
    }

    private Episode foreign(
            List<Tensor> tensors, Place place, String content, EpisodeNote note, Optional<Split> declared) {
        Provenance provenance = new Provenance(
                format.split(" ", 2)[0],
                config.world().isBlank() ? note.provenance().world() : config.world(),
                content,
                "unknown",
                place.index(),
                "%s, changed since it was exported, steps as they lie there".formatted(format),
                content,
                declared.orElseGet(() -> Split.of(content)),
                declared.isPresent() ? SplitBy.SOURCE : SplitBy.HASH);
        String id = Episode.idOf(format, content, declared.map(Split::name).orElse(""));
        return new Episode(id, tensors, provenance);
    }
}
