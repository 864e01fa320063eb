package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.List;

/**
 * What is written beside an episode's numbers, so that it can come home as the one that it is.
 *
 * @param id its id
 * @param content digest of its numbers and of what they say of themselves, by which is seen whether somebody changed them
 * @param provenance where it came from
 */
record EpisodeNote(String id, String content, Provenance provenance) implements Serializable {
    static EpisodeNote of(Episode episode) {
        return new EpisodeNote(episode.id(), content(episode.tensors()), episode.provenance());
    }

    /** The digest that {@link #content} is compared with. */
    static String content(List<Tensor> tensors) {
        Layout layout = new Layout(tensors.stream().map(Tensor::spec).toList());
        return Digests.sha256(layout.digest() + "\n" + ContentHash.of(tensors));
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("content", content)
                .put("source", provenance.source())
                .put("world", provenance.world())
                .put("worldDigest", provenance.worldDigest())
                .put("policy", provenance.policy())
                .put("seed", provenance.seed())
                .put("generator", provenance.generator())
                .put("recording", provenance.recording())
                .put("split", provenance.split().name())
                .put("splitBy", provenance.splitBy().name());
    }

    /**
     * What was written so.
     *
     * @throws IllegalArgumentException if it says nonsense
     */
    static EpisodeNote read(JsonNode node) {
        Provenance provenance = new Provenance(
                text(node, "source"),
                text(node, "world"),
                text(node, "worldDigest"),
                text(node, "policy"),
                node.path("seed").asLong(),
                text(node, "generator"),
                text(node, "recording"),
                Split.valueOf(text(node, "split")),
                SplitBy.valueOf(text(node, "splitBy")));
        return new EpisodeNote(text(node, "id"), text(node, "content"), provenance);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText();
    }
}
