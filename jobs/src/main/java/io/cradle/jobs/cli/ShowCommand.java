package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.Look;
import io.cradle.jobs.Jobs.ShowArguments;
import io.cradle.jobs.Jobs.View;
import io.cradle.jobs.configuration.Configuration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle show}. */
@Command(
        name = "show",
        description = "Draws episodes of a table as a page, a moving picture, a still, or text.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle show data/bounce",
            "  cradle show data/pendulum --out pendulum.html",
            "  cradle show data/urchin --episodes 9 --out urchin.gif",
            "  cradle show data/urchin --episode 3 --text",
            "  cradle show data/urchin --dream models/urchin --episodes 3 --out dreams.gif"
        })
final class ShowCommand implements Runnable {
    private static final int MOST_EPISODES = 400;
    private static final int MOST_SCALE = 64;

    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String path;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "What to write: .html a page, .gif what moves, .png a still; a page in the working directory if not given.")
    Optional<String> out = Optional.empty();

    @Option(names = "--text", description = "Print frames as text; nothing is written.")
    boolean text;

    @Option(
            names = "--episode",
            paramLabel = "E",
            description = "Draw this episode: an id, or a number among the ids in ascending order, from 0.")
    Optional<String> episode = Optional.empty();

    @Option(
            names = "--episodes",
            paramLabel = "N",
            description = "Draw the first N episodes in order of id; 1 unless told.")
    Optional<Integer> episodes = Optional.empty();

    @Option(names = "--columns", paramLabel = "C", description = "Episodes side by side in a .gif.")
    Optional<Integer> columns = Optional.empty();

    @Option(names = "--scale", paramLabel = "S", description = "Pixels of the picture that a pixel of a frame is wide.")
    Optional<Integer> scale = Optional.empty();

    @Option(
            names = "--dream",
            paramLabel = "CHECKPOINT",
            description =
                    "Draw in a .gif what this model dreams beside the truth, of evaluate.prompt frames and the actions that were taken; section dream says how it is drawn.")
    Optional<String> dream = Optional.empty();

    ShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        View view = common.usage(this::view);
        Places.requireThere("table", path);
        dream.ifPresent(checkpoint -> Places.requireThere("checkpoint", checkpoint));
        out.ifPresent(file -> Places.requireFree("picture", file));
        common.run(host, configuration, jobs -> jobs.show(new ShowArguments(path, out, view, dream)));
    }

    private View view() {
        requireWithin("--episodes", episodes, MOST_EPISODES);
        requireWithin("--columns", columns, MOST_EPISODES);
        requireWithin("--scale", scale, MOST_SCALE);
        episode.filter(each -> !each.matches("[0-9a-f]{32}|[0-9]{1,8}")).ifPresent(each -> {
            throw new IllegalArgumentException(
                    "Invalid --episode '%s': give an id of 32 hex digits, or a number from 0".formatted(each));
        });
        if (episode.isPresent() && episodes.isPresent()) {
            throw new IllegalArgumentException("Cannot use --episode with --episodes: leave one of them out");
        }
        Look look = look();
        if (look == Look.HTML
                && (episode.isPresent() || episodes.isPresent() || columns.isPresent() || scale.isPresent())) {
            throw new IllegalArgumentException(
                    "Cannot choose episodes, columns or scale of a page: add --text, or --out with a name that ends in .gif or .png");
        }
        if (dream.isPresent() && (look != Look.GIF || columns.isPresent() || scale.isPresent())) {
            throw new IllegalArgumentException(
                    "Cannot use --dream here: dreams are drawn in a .gif, truth on the left; add --out with such a name, and leave out --text, --columns and --scale");
        }
        return new View(look, episode, episodes.orElse(1), number(columns), number(scale));
    }

    private Look look() {
        if (text && out.isPresent()) {
            throw new IllegalArgumentException("Cannot use --text with --out: text is printed; leave one of them out");
        }
        if (text || out.isEmpty()) {
            return text ? Look.TEXT : Look.HTML;
        }
        String file = out.get().toLowerCase(Locale.ROOT);
        return Stream.of(Look.HTML, Look.GIF, Look.PNG)
                .filter(each -> file.endsWith("." + each.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot write '%s': its name must end in .html, .gif or .png".formatted(out.get())));
    }

    private static OptionalInt number(Optional<Integer> given) {
        return given.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static void requireWithin(String option, Optional<Integer> given, int most) {
        given.filter(value -> value < 1 || value > most).ifPresent(value -> {
            throw new IllegalArgumentException("Invalid %s %d: must be from 1 to %d".formatted(option, value, most));
        });
    }
}
