package io.cradle.jobs.report;

import java.util.List;

/** Episodes to scrub through: truth, prediction, error, surprise, actions, proprio. One self-contained HTML file. */
public final class ExplorePage {
    private ExplorePage() {}

    /**
     * The page, HTML, UTF-8.
     *
     * @param world name of the world
     * @param model name of the judged model
     * @param scrubs at least one
     */
    public static String render(String world, String model, List<Scrub> scrubs) {
        List<ScrubView> episodes = scrubs.stream().map(ScrubView::of).toList();
        return Assets.fill(
                "explore",
                new View(
                        Assets.of("explore.js", episodes),
                        "%s: episodes as %s predicts them".formatted(world, model),
                        world,
                        model,
                        scrubs.get(0).exploration().film().prompt()));
    }

    /** What {@code explore.mustache} reads. */
    private record View(Assets page, String title, String world, String model, int prompt) {}
}
