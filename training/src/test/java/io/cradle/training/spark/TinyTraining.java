package io.cradle.training.spark;

import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.List;
import java.util.Optional;

/** A model that has learnt for seconds from balls, and balls that it never saw. */
record TinyTraining(Checkpoint checkpoint, List<Recording> unseen) {
    private static final int PROMPT = 3;

    static TinyTraining of(ModelConfig model) {
        BouncingBalls train = new BouncingBalls(1, 200, 20, 12);
        Checkpoint checkpoint = new AveragingTrainer(
                        LocalSpark.context(), model, new TrainingConfig(2, 15, 20, 16, 8e-3, 7))
                .fit(train.set(AveragingTrainer.windows(model)), Optional.empty(), Trainer.Watch.NOTHING);
        return new TinyTraining(
                checkpoint,
                new BouncingBalls(2, 40, 20, 12)
                        .recorded().stream().map(Recording::of).toList());
    }

    /** Its bits/frame as a share of copy-last's. */
    double shareOfCopyLast() {
        return OneStep.bitsPerFrame(checkpoint.model(), unseen, PROMPT)
                / OneStep.bitsPerFrame(copyLast(), unseen, PROMPT);
    }

    private WorldModel copyLast() {
        return new Windowed(unseen.stream()
                .map(recording -> PixelCounts.of(Recording.binary(recording.episode())))
                .reduce(PixelCounts::merge)
                .orElseThrow()
                .copyLast());
    }
}
