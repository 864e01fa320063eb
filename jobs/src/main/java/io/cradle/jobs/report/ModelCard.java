package io.cradle.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.evaluation.Panel;
import io.cradle.training.model.Blank;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model card (Mitchell et al., "Model cards for model reporting", 2019) in Markdown: what a checkpoint is, and how far to trust it. */
public final class ModelCard {
    private ModelCard() {}

    /**
     * Of a checkpoint that was trained just now.
     *
     * @param name of the checkpoint
     * @param rounds of its training
     */
    public static String trained(String name, Checkpoint checkpoint, List<RoundLog> rounds) {
        String curve = rounds.stream()
                .filter(round -> round.validation() != null)
                .reduce((first, second) -> second)
                .map(last ->
                        "- Loss on VAL after %d rounds: %s bits a step%s. `cradle evaluate` measures what it is worth on TEST, beside baselines, and writes a card with that."
                                .formatted(
                                        last.round() + 1,
                                        Numbers.decimal(last.validation().after()),
                                        felt(checkpoint)))
                .orElse("- Nothing was measured: there was no VAL episode, or train.watch.rounds is 0.");
        return facts(name, checkpoint) + "\n## Metrics\n\n" + curve + "\n\n## Limits\n\n" + scope(checkpoint)
                + "- How far its dreams can be trusted isn't known before it was evaluated.\n";
    }

    private static String felt(Checkpoint checkpoint) {
        return checkpoint.facts().layout().tensors().size() > 2
                ? (Blank.lacks(checkpoint.facts().layout()) ? ", of proprio" : ", frames and proprio together")
                        + " (a density, whose bits depend on its unit)"
                : "";
    }

    /**
     * Of a checkpoint that was measured.
     *
     * @param name of the checkpoint
     * @param report of which it is the judged model
     */
    public static String measured(String name, Checkpoint checkpoint, EvaluationReport report) {
        ModelResult result = report.result(report.model());
        return facts(name, checkpoint) + "\n## Metrics\n\n"
                + "On %d episodes of %s, table `%s@%d`; 95 %% intervals by bootstrap over episodes, futures sampled at temperature %s. `evaluation.json` beside this card has all of them.\n\n"
                        .formatted(
                                report.episodes(),
                                report.subject().split(),
                                report.subject().table(),
                                report.subject().tableVersion(),
                                report.config().temperature())
                + Headlines.of(report).stream()
                        .map(figure -> "- " + Markdown.escape(figure.line()) + "\n")
                        .collect(Collectors.joining())
                + explained(report)
                + result.means().entrySet().stream()
                        .map(mean -> "- %s, mean over horizons 1 to %d: %s %s\n"
                                .formatted(
                                        Markdown.escape(mean.getKey().name()),
                                        report.config().horizon(),
                                        Numbers.decimal(mean.getValue().mean()),
                                        Markdown.escape(Numbers.range(mean.getValue(), 2))))
                        .sorted()
                        .collect(Collectors.joining())
                + "\n## Limits\n\n" + scope(checkpoint) + limits(report, result);
    }

    /** A line of the judged model's fraction of explainable bits; nothing where there is no oracle. */
    static String explained(EvaluationReport report) {
        return report.oracle()
                .filter(OracleResult::isOracle)
                .map(oracle -> oracle.explained().get(report.model()))
                .map(part -> "- Fraction of explainable bits, 0 as copy-last and 1 as the true simulator: %s %s\n"
                        .formatted(Numbers.decimal(part.mean(), 2), Markdown.escape(Numbers.range(part, 2))))
                .orElse("");
    }

    private static String facts(String name, Checkpoint checkpoint) {
        Checkpoint.Facts facts = checkpoint.facts();
        boolean framed = !Blank.lacks(facts.layout());
        StringBuilder text = new StringBuilder("# %s\n\n".formatted(Markdown.escape(name)));
        text.append(
                "A world model of %s: it says what comes next after %s and actions, and can be stepped as a world.\n\n"
                        .formatted(
                                Markdown.escape(String.join(", ", facts.origin().worlds())),
                                framed ? "frames" : "proprioception"));
        text.append("| | |\n|---|---|\n");
        row(text, "family", checkpoint.model().name());
        row(text, "parameters", Numbers.count(checkpoint.parameters().size()));
        if (framed) {
            row(text, "likelihood of frames", likelihood(checkpoint));
        }
        row(text, "digest", checkpoint.digest());
        row(text, "data", facts.origin().table());
        row(
                text,
                "selection",
                facts.origin().selection().isEmpty() ? "all" : facts.origin().selection());
        row(
                text,
                "reads",
                Blank.without(facts.layout()).tensors().stream()
                        .map(ModelCard::tensor)
                        .collect(Collectors.joining(", ")));
        row(text, "minibatches a worker", Numbers.count(facts.iterations()));
        text.append("\n## Settings\n\n```yaml\nmodel: %s\n".formatted(json(facts.model())));
        for (Map.Entry<String, String> setting : facts.training().entrySet()) {
            text.append("train.%s: %s\n".formatted(setting.getKey(), setting.getValue()));
        }
        return text.append("```\n").toString();
    }

    /** Which is YAML too. */
    private static String json(ModelConfig model) {
        try {
            return new ObjectMapper().writeValueAsString(model);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write %s as JSON".formatted(model), impossible);
        }
    }

    private static void row(StringBuilder text, String what, String is) {
        text.append("| %s | %s |\n".formatted(what, Markdown.escape(is)));
    }

    private static String tensor(TensorSpec spec) {
        return "%s %s at %s Hz".formatted(spec.name(), spec.shape(), spec.rate());
    }

    private static String likelihood(Checkpoint checkpoint) {
        return switch (checkpoint.model().likelihood()) {
            case EXACT -> "exact";
            case UPPER -> "a bound: no fewer bits than its own";
            case NONE -> "none";
        };
    }

    private static String scope(Checkpoint checkpoint) {
        Checkpoint.Facts facts = checkpoint.facts();
        return "- It was shown %s and episodes of at most %d steps: other worlds, sizes and longer dreams are beyond what it learnt.\n"
                        .formatted(
                                Markdown.escape(String.join(", ", facts.origin().worlds())),
                                facts.origin().episodeSteps())
                + memory(checkpoint.model().memory());
    }

    private static String memory(int observations) {
        return observations == Integer.MAX_VALUE
                ? "- It carries a state through all that it was shown.\n"
                : "- It looks back at most %d observations.\n".formatted(observations);
    }

    private static String ofFrames(EvaluationReport report, ModelResult result) {
        ModelResult.Horizon horizon = result.horizon();
        StringBuilder text = new StringBuilder();
        text.append(horizon.median()
                .map(steps ->
                        "- Half of its open-loop predictions are lost (IoU below one half twice in a row) after %d steps"
                                .formatted(steps))
                .orElse("- Fewer than half of its open-loop predictions are lost within %d steps"
                        .formatted(report.config().horizon())));
        text.append(": %d of %d.\n".formatted(horizon.lost(), horizon.predictions()));
        result.shuffledActions()
                .ifPresent(more -> text.append("- Told other actions, a frame costs it %s%s bits %s: %s.\n"
                        .formatted(
                                more.mean() < 0 ? "" : "+",
                                Numbers.decimal(more.mean()),
                                Markdown.escape(Numbers.range(more, 2)),
                                more.liesAboveZero() ? "it listens to them" : "it isn't shown to listen to them")));
        return text.toString();
    }

    private static String limits(EvaluationReport report, ModelResult result) {
        StringBuilder text =
                new StringBuilder(report.framed() ? ofFrames(report, result) : FeltWords.limits(report, result));
        result.latent()
                .ifPresent(latent -> text.append(
                        "- Of all steps of an episode that are scored, ELBO says at most %s bits a step, frame and proprio together, IWAE %s; its stochastic state tells %s of them.\n"
                                .formatted(
                                        Numbers.decimal(latent.elbo().mean(), 2),
                                        Numbers.decimal(latent.iwae().mean(), 2),
                                        Numbers.decimal(latent.divergence().mean(), 2))));
        if (report.framed() && result.likelihood() != Likelihood.EXACT) {
            text.append("- Its bits are a bound, not to be ranked beside exact ones.\n");
        }
        report.panels().forEach(panel -> text.append(elsewhere(panel, report.model(), report.framed())));
        if (report.panels().isEmpty()) {
            text.append("- It was not measured on other kinds of episodes (`cradle evaluate --also`).\n");
        }
        return text.toString();
    }

    private static String elsewhere(Panel panel, String model, boolean framed) {
        Optional<ModelResult> there = panel.models().stream()
                .filter(each -> each.model().equals(model))
                .findFirst();
        return there.map(each -> "- On %s: %s, %s.\n"
                        .formatted(
                                Markdown.escape(String.join(", ", panel.worlds())),
                                framed
                                        ? Numbers.decimal(each.bitsPerFrame().mean()) + " bits/frame"
                                        : FeltView.error(each).mean() + " deviations of TRAIN off",
                                (framed
                                                ? each.losesToCopyLast(panel.episodes())
                                                : each.feelsWorseThanCopyLast(panel.episodes()))
                                        ? "worse than copy-last"
                                        : "not shown to be worse than copy-last"))
                .orElse("");
    }
}
