package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.io.Serializable;
import java.util.List;

/**
 * Section {@code model} of the configuration: a network that says what the next frame is.
 *
 * @param kind family of the network
 * @param frames K, how many last frames it sees, at least 1
 * @param hidden widths of the hidden layers of a DENSE or STEP network, at least one
 * @param transformer sizes of a TRANSFORMER, and of the one in an FBT
 * @param rssm sizes of an RSSM
 * @param head how all but DENSE say what the next observation is; of an FBT, what its code is
 * @param code of an FBT
 * @param motion whether a STEP, TRANSFORMER or RSSM is told of proprio's change since the last step beside it, and says the next change, both
 *     in units of changes: {@link Standard}
 */
public record ModelConfig(
        ModelKind kind,
        int frames,
        List<Integer> hidden,
        TransformerConfig transformer,
        RssmConfig rssm,
        HeadConfig head,
        CodeConfig code,
        boolean motion)
        implements Serializable {
    private static final TransformerConfig NO_TRANSFORMER = new TransformerConfig(2, 1, 1);
    private static final RssmConfig NO_RSSM = new RssmConfig(1, 1, 0, 1, false, 1, 0, 0);

    public ModelConfig {
        hidden = List.copyOf(hidden);
        if (frames < 1) {
            throw new IllegalArgumentException("Invalid model.frames=%d: must be at least 1".formatted(frames));
        }
        if (hidden.isEmpty() || hidden.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "Invalid model.hidden=%s: name at least one width of at least 1".formatted(hidden));
        }
        if (motion && (kind == ModelKind.DENSE || kind == ModelKind.FBT)) {
            throw new IllegalArgumentException(
                    "Invalid model.motion=true for model.kind=%s: only STEP, TRANSFORMER and RSSM say changes of proprio"
                            .formatted(kind));
        }
    }

    /** A dense network. */
    public static ModelConfig dense(int frames, List<Integer> hidden) {
        return new ModelConfig(
                ModelKind.DENSE, frames, hidden, NO_TRANSFORMER, NO_RSSM, HeadConfig.PLAIN, CodeConfig.SMALL, false);
    }

    /** A single-step network. */
    public static ModelConfig step(int frames, List<Integer> hidden, HeadConfig head) {
        return new ModelConfig(ModelKind.STEP, frames, hidden, NO_TRANSFORMER, NO_RSSM, head, CodeConfig.SMALL, false);
    }

    /** A transformer. */
    public static ModelConfig transformer(int frames, TransformerConfig transformer) {
        return transformer(frames, transformer, HeadConfig.PLAIN);
    }

    /** A transformer that says what comes next in some way. */
    public static ModelConfig transformer(int frames, TransformerConfig transformer, HeadConfig head) {
        return new ModelConfig(
                ModelKind.TRANSFORMER, frames, List.of(1), transformer, NO_RSSM, head, CodeConfig.SMALL, false);
    }

    /** A recurrent state-space model that says what comes next in some way. */
    public static ModelConfig rssm(int frames, RssmConfig rssm, HeadConfig head) {
        return new ModelConfig(ModelKind.RSSM, frames, List.of(1), NO_TRANSFORMER, rssm, head, CodeConfig.SMALL, false);
    }

    /** A flat binary transformer. */
    public static ModelConfig fbt(int frames, TransformerConfig transformer, HeadConfig head, CodeConfig code) {
        return new ModelConfig(ModelKind.FBT, frames, List.of(1), transformer, NO_RSSM, head, code, false);
    }

    /** The same, of proprio's motion. */
    public ModelConfig moving() {
        return new ModelConfig(kind, frames, hidden, transformer, rssm, head, code, true);
    }

    /**
     * Of a table's layout what such a network reads: frames, actions, and but for DENSE proprio, where there is any. Where a table has
     * proprio alone, {@link Blank} frames stand for those that are missing.
     */
    public Layout reads(Layout table) {
        return kind == ModelKind.DENSE
                ? new Layout(List.of(table.require(Layout.FRAME), table.require(Layout.ACTION)))
                : Senses.read(Blank.in(table));
    }
}
