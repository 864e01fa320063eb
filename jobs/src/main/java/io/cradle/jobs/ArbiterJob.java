package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.jobs.progress.Progress;
import io.cradle.training.dl4j.ArbiterNetwork;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains an arbiter on TRAIN, in the driver. In: a table. Out: an arbiter. */
final class ArbiterJob {
    private static final int MOST_EPISODES = 2000;

    private ArbiterJob() {}

    static Arbiter run(Session session, EpisodeTable table, int steps, long seed, Progress progress) {
        Sample sample = new Sample(session, table, Optional.empty(), MOST_EPISODES);
        List<Recording> recordings = new ArrayList<>();
        session.stage("Read TRAIN", () -> sample.episodes(sample.ids(Split.TRAIN))
                .forEachRemaining(episode -> recordings.add(Recording.of(episode))));
        recordings.removeIf(recording -> recording.steps() < ArbiterShape.FRAMES);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot train an arbiter on '%s': no TRAIN episode has %d steps; add episodes"
                            .formatted(table.reference(), ArbiterShape.FRAMES));
        }
        progress.stage("Train arbiter", steps);
        Arbiter arbiter = ArbiterNetwork.train(recordings, steps, seed, loss -> progress.advance(1));
        progress.done();
        return arbiter;
    }
}
