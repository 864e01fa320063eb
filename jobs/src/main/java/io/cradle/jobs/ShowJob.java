package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.Jobs.Look;
import io.cradle.jobs.Jobs.ShowArguments;
import io.cradle.jobs.Jobs.View;
import io.cradle.jobs.report.Sheet;
import io.cradle.jobs.report.ShowInput;
import io.cradle.jobs.report.ShowPage;
import io.cradle.jobs.report.TextFrames;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Film;
import io.cradle.training.model.Blank;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws a few episodes. In: a table. Out: a page, a picture, or text. */
final class ShowJob {
    private static final int ID_DIGITS = 32;

    private final Session session;
    private final EpisodeTable table;
    private final EvaluationConfig config;
    private final Sampling sampling;
    private final Consumer<String> out;

    /**
     * A job.
     *
     * @param config how long a dream is, its prompt, and the seed of what is drawn
     * @param sampling how a dream's frames are drawn
     */
    ShowJob(Session session, EpisodeTable table, EvaluationConfig config, Sampling sampling, Consumer<String> out) {
        this.config = config;
        this.sampling = sampling;
        this.session = session;
        this.table = table;
        this.out = out;
    }

    void run(ShowArguments arguments) {
        View view = arguments.view();
        if (view.look() == Look.HTML) {
            page(arguments);
            return;
        }
        if (arguments.dream().isPresent()) {
            dreams(arguments);
            return;
        }
        List<Episode> episodes = session.stage("Sample", () -> episodes(view));
        if (view.look() == Look.TEXT) {
            episodes.forEach(episode -> out.accept("Episode %s, world %s, %d steps%n%s"
                    .formatted(episode.id(), episode.provenance().world(), episode.steps(), TextFrames.of(episode))));
            return;
        }
        Sheet sheet = Sheet.of(episodes, view.columns(), view.scale());
        Path picture = Path.of(arguments.out().orElseThrow());
        Output.write(picture, view.look() == Look.GIF ? sheet.gif() : sheet.png());
        out.accept("Picture: %s".formatted(picture.toAbsolutePath().normalize()));
    }

    private void page(ShowArguments arguments) {
        TableFacts facts = session.stage("Describe", table::describe);
        List<Episode> samples = session.stage("Sample", () -> table.episodes().take(ShowInput.MOST_SAMPLES));
        Path page =
                Path.of(arguments.out().orElseGet(() -> Path.of(table.path()).getFileName() + ".html"));
        Output.write(
                page,
                ShowPage.render(new ShowInput(Report.facts(facts), facts.layout(), samples, Report.lineage(facts))));
        out.accept("Page: %s".formatted(page.toAbsolutePath().normalize()));
    }

    /** One film an episode. */
    private void dreams(ShowArguments arguments) {
        Path path = Path.of(arguments.dream().orElseThrow());
        Checkpoint checkpoint = Checkpoint.load(path);
        if (Blank.lacks(table.layout())) {
            throw new IllegalArgumentException(
                    "Cannot draw dreams of '%s': it has no frames; 'cradle evaluate' measures what its dreams are worth"
                            .formatted(table.reference()));
        }
        Compatibility.require(checkpoint, path.toString(), table.reference(), table.layout(), table.worlds());
        Evaluator evaluator =
                new Evaluator(config, List.of(Judged.alone(checkpoint, path).model()), Optional.empty());
        List<Episode> episodes = session.stage("Sample", () -> episodes(arguments.view()));
        List<Film> films = session.stage(
                "Dream",
                () -> episodes.stream().map(each -> film(evaluator, each)).toList());
        Path picture = Path.of(arguments.out().orElseThrow());
        ReportFiles.picture(picture, films);
        out.accept("Picture: %s".formatted(picture.toAbsolutePath().normalize()));
    }

    private Film film(Evaluator evaluator, Episode episode) {
        return sampling.draw() == Sampling.Draw.SAMPLE
                ? evaluator.film(episode, sampling.temperature())
                : evaluator.film(episode);
    }

    private List<Episode> episodes(View view) {
        List<String> ids = view.episode().map(this::chosen).orElseGet(() -> table.ids()
                .takeOrdered(view.episodes(), Comparator.naturalOrder()));
        return table.episodes(ids).collect();
    }

    /** By id or by number. */
    private List<String> chosen(String episode) {
        if (episode.length() == ID_DIGITS) {
            if (table.ids().filter(episode::equals).isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot show episode '%s': table '%s' has none of this id; give a number from 0, or an id of 'cradle show --text'"
                                .formatted(episode, table.reference()));
            }
            return List.of(episode);
        }
        int number = Integer.parseInt(episode);
        List<String> first = table.ids().takeOrdered(number + 1, Comparator.naturalOrder());
        if (first.size() <= number) {
            throw new IllegalArgumentException("Cannot show episode %d: table '%s' has %d, numbered from 0"
                    .formatted(number, table.reference(), first.size()));
        }
        return List.of(first.get(number));
    }
}
