package io.cradle.training.model;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;

/**
 * Sizes of the network that a {@link ModelConfig} and a layout ask for, known without building it: so that what a file claims can be
 * checked before memory is taken.
 */
public sealed interface ModelShape extends Serializable
        permits DenseShape, StepShape, TransformerShape, RssmShape, FbtShape {
    /** Adam keeps two moments of each parameter. */
    int MOMENTS = 2;

    /** The sizes for frames and actions of this layout. */
    static ModelShape of(ModelConfig model, Layout layout) {
        return switch (model.kind()) {
            case DENSE -> DenseShape.of(model, layout);
            case STEP -> StepShape.of(model, layout);
            case TRANSFORMER -> TransformerShape.of(model, layout);
            case FBT -> FbtShape.of(model, layout);
            case RSSM -> RssmShape.of(model, layout);
        };
    }

    /** K, most frames that it sees. */
    int frames();

    /** F, pixels of a frame. */
    int pixels();

    /** A, elements of an action. */
    int actions();

    /** Frames of the prompts that a checkpoint keeps to dream from, at most K. */
    int promptFrames();

    /** Weights and biases of all layers. */
    int parameters();

    /** Numbers in the optimiser's state. */
    default int updaterState() {
        return MOMENTS * parameters();
    }

    /** The network at these parameters, in the order in which it is trained. */
    WorldModel model(Floats parameters);

    /** Pixels of this layout's frames, which must be binary. */
    static int pixels(Layout layout) {
        TensorSpec frame = layout.require(Layout.FRAME);
        if (frame.encoding() != Encoding.BITS) {
            throw new IllegalArgumentException(
                    "Cannot predict tensor '%s' pixel by pixel: it holds %s, the network needs BITS; train on a table of binary frames"
                            .formatted(frame.name(), frame.encoding()));
        }
        return frame.elements();
    }
}
