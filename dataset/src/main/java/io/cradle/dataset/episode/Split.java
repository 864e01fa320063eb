package io.cradle.dataset.episode;

import io.cradle.dataset.spec.Digests;

/** What an episode is for. */
public enum Split {
    /** Models and statistics are fitted on these. */
    TRAIN,
    /** Settings are chosen on these. */
    VAL,
    /** Only {@code evaluate} reads these. */
    TEST;

    private static final int TRAIN_PERCENT = 80;
    private static final int VAL_PERCENT = 10;

    /**
     * The split of a recording by hash of its identity: 80 % TRAIN, 10 % VAL, 10 % TEST. All episodes of one
     * recording land in one split, before anything is curated.
     */
    public static Split of(String recording) {
        int percent = Integer.remainderUnsigned(
                Integer.parseUnsignedInt(Digests.sha256("split:" + recording).substring(0, 8), 16), 100);
        if (percent < TRAIN_PERCENT) {
            return TRAIN;
        }
        return percent < TRAIN_PERCENT + VAL_PERCENT ? VAL : TEST;
    }
}
