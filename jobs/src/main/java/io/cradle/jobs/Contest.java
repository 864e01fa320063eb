package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.information.FrameCode;
import io.cradle.dataset.information.HeldOut;
import io.cradle.jobs.report.Rival;
import io.cradle.jobs.report.Trial;
import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.EpisodeScore;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelScore;
import io.cradle.training.evaluation.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets a model beside baselines and context models, episode by episode: intervals are of paired differences.
 *
 * @param checkpoint SHA-256 of the judged model
 * @param shown episodes of TRAIN that baselines were fitted on, and that context models are shown
 * @param scores of the judged model, which is the first, and of baselines, on VAL
 * @param config of the bootstrap
 */
record Contest(String checkpoint, int shown, Scores scores, EvaluationConfig config) {
    private static final String TAUGHT = "%s, after TRAIN";
    private static final String UNTAUGHT = "%s, VAL alone";

    Contest {
        if (scores.episodes().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot measure checkpoint '%s' on VAL: of its %d episodes none is long enough; add episodes"
                            .formatted(checkpoint, scores.skipped().size()));
        }
    }

    /**
     * Codes the frames that the model was scored on.
     *
     * @param taught context models that are shown TRAIN first
     * @param untaught context models that are not
     * @param train episodes of TRAIN, ascending by id
     * @param held episodes of VAL, ascending by id; those that were too short to be scored are passed over
     */
    Trial trial(HeldOut taught, HeldOut untaught, Iterator<Episode> train, Iterator<Episode> held) {
        train.forEachRemaining(taught::learn);
        Map<String, List<Double>> bits = new LinkedHashMap<>(); // one number an episode
        scores.episodes().forEach(score -> score.models().forEach(model -> note(bits, model)));
        held.forEachRemaining(episode -> {
            if (!scores.skipped().contains(episode.id())) {
                note(bits, TAUGHT, taught.bitsPerFrame(episode));
                note(bits, UNTAUGHT, untaught.bitsPerFrame(episode));
            }
        });
        return sum(bits);
    }

    private static void note(Map<String, List<Double>> bits, ModelScore model) {
        bits.computeIfAbsent(model.model(), name -> new ArrayList<>()).add(model.bitsPerFrame());
    }

    private static void note(Map<String, List<Double>> bits, String form, Map<FrameCode, Double> costs) {
        costs.forEach((code, cost) -> bits.computeIfAbsent(form.formatted(code.text()), name -> new ArrayList<>())
                .add(cost));
    }

    private Trial sum(Map<String, List<Double>> bits) {
        Bootstrap bootstrap = new Bootstrap(config.resamples(), config.seed());
        String judged = scores.episodes().get(0).models().get(0).model();
        double[] model = array(bits.get(judged));
        List<Rival> rivals = bits.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(judged))
                .map(entry -> rival(entry.getKey(), array(entry.getValue()), model, bootstrap))
                .toList();
        return new Trial(
                judged,
                checkpoint,
                scores.episodes().get(0).models().get(0).likelihood(),
                model.length,
                scores.skipped().size(),
                scores.episodes().stream().mapToLong(EpisodeScore::frames).sum(),
                shown,
                bootstrap.mean(model),
                rivals);
    }

    private static Rival rival(String name, double[] bits, double[] model, Bootstrap bootstrap) {
        double[] difference = model.clone();
        Arrays.setAll(difference, i -> model[i] - bits[i]);
        return new Rival(
                name,
                bootstrap.mean(bits),
                bootstrap.mean(difference),
                bootstrap.ratio(model, bits).map(Contest::rest));
    }

    private static Interval rest(Interval share) {
        return new Interval(1 - share.mean(), 1 - share.high(), 1 - share.low());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
