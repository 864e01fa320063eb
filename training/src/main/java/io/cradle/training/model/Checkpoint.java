package io.cradle.training.model;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Layout;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trained model: what it is, its weights, its optimiser's state, and prompts to dream from. Plain numbers: nothing in
 * it names a class, and the network is rebuilt from {@link ModelConfig} and layout.
 *
 * @param facts what the model is and where it came from
 * @param parameters {@code [shape().parameters()]} weights in the order of the network
 * @param updater {@code [shape().updaterState()]} moments of Adam, to go on training
 * @param prompts beginnings from TRAIN
 */
public record Checkpoint(Facts facts, Floats parameters, Floats updater, PromptBank prompts) implements Serializable {
    /**
     * What a model is and where it came from.
     *
     * @param model family, sizes and frames
     * @param layout the tensors that the model reads: frames, actions, and proprio where it does
     * @param origin what it was trained on
     * @param training the resolved training configuration, seed included, by key
     * @param iterations minibatches that each worker has fitted, at least 0
     * @param meanInk share of pixels that are ink in TRAIN, in (0, 1)
     * @param standard in which numbers the network was trained
     */
    public record Facts(
            ModelConfig model,
            Layout layout,
            Origin origin,
            Map<String, String> training,
            int iterations,
            double meanInk,
            Standard standard)
            implements Serializable {
        /** Of a network of numbers as they are stored. */
        public Facts(
                ModelConfig model,
                Layout layout,
                Origin origin,
                Map<String, String> training,
                int iterations,
                double meanInk) {
            this(model, layout, origin, training, iterations, meanInk, Standard.NONE);
        }

        public Facts {
            training = Collections.unmodifiableMap(new TreeMap<>(training));
            if (iterations < 0 || !(meanInk > 0 && meanInk < 1)) {
                throw new IllegalArgumentException(
                        "Invalid checkpoint iterations=%d, meanInk=%s: must be at least 0 and in (0, 1)"
                                .formatted(iterations, meanInk));
            }
        }
    }

    public Checkpoint {
        ModelShape shape = ModelShape.of(facts.model(), facts.layout());
        if (parameters.size() != shape.parameters() || updater.size() != shape.updaterState()) {
            throw new IllegalArgumentException(
                    "Invalid checkpoint: %d parameters and %d numbers of updater state, model and layout ask for %d and %d"
                            .formatted(parameters.size(), updater.size(), shape.parameters(), shape.updaterState()));
        }
        if (prompts.length() != shape.promptFrames()) {
            throw new IllegalArgumentException("Invalid checkpoint: prompts of %d frames, the model asks for %d"
                    .formatted(prompts.length(), shape.promptFrames()));
        }
    }

    /** Sizes of the network. */
    public ModelShape shape() {
        return ModelShape.of(facts.model(), facts.layout());
    }

    /** The model, ready to predict. */
    public WorldModel model() {
        return facts.standard().of(shape().model(parameters));
    }

    /**
     * SHA-256 in hex over all that decides what the model does and how it would train on. Where its data lay is left
     * out: the same training elsewhere gives the same digest.
     */
    public String digest() {
        return Digests.sha256(String.join(
                "\n",
                "cradle checkpoint " + CheckpointFiles.FORMAT,
                withoutMotion(facts.model()),
                facts.layout().digest(),
                facts.iterations() + (facts.standard().changesNothing() ? "" : "\n" + withoutMotion(facts.standard())),
                Digests.sha256(parameters.bytes()),
                Digests.sha256(updater.bytes()),
                prompts.tensors().stream()
                        .map(tensor -> Digests.sha256(tensor.bytes()))
                        .collect(Collectors.joining("\n"))));
    }

    /** As it was called before there was motion, where there is none: so that digests that were noted then stay true. */
    private static String withoutMotion(Record facts) {
        return facts.toString().replace(", motion=false]", "]").replace(", motion=%s]".formatted(Axes.NONE), "]");
    }

    /**
     * Writes the checkpoint as a directory that appears whole or not at all.
     *
     * @throws IllegalArgumentException if the target exists
     */
    public void save(Path target) {
        CheckpointFiles.save(this, target);
    }

    /**
     * Like {@link #save}, in place of an earlier checkpoint.
     *
     * @throws IllegalArgumentException if the target exists and is no checkpoint
     */
    public void replace(Path target) {
        CheckpointFiles.replace(this, target);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws io.cradle.dataset.episode.CorruptDataException if a file is missing, cut off, changed, or of another size
     *     than model and layout ask for
     */
    public static Checkpoint load(Path directory) {
        return CheckpointFiles.load(directory);
    }
}
