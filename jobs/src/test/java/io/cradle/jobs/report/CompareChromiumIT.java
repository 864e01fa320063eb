package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page of many trainings in a real browser. Leaves it in {@code target/pages}. */
class CompareChromiumIT {
    private static final Path PAGES = Path.of("target", "pages");
    private static Browser browser;

    @TempDir
    private Path work;

    @BeforeAll
    static void findBrowser() throws Exception {
        browser = Browser.find().orElse(null);
        String reason = "Skipped: no chromium, chromium-browser or google-chrome on the PATH";
        if (browser == null) {
            System.out.println(reason);
        }
        assumeTrue(browser != null, reason);
        Files.createDirectories(PAGES);
    }

    /** Of different lengths and settings. */
    static List<TrainingRun> runs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TrainingRun(
                        "rate-%02d".formatted(i),
                        new TreeMap<>(Map.of(
                                "train.learningRate",
                                Double.toString((i + 1) / 1000.0),
                                "train.outer.method",
                                i % 2 == 0 ? "NONE" : "DILOCO",
                                "train.batchSize",
                                "64")),
                        Trainings.rounds(60 + 7 * (i % 9), 9 + 0.35 * i, 0.25, i)))
                .toList();
    }

    private Browser.Opened open(String name, List<TrainingRun> runs) throws Exception {
        Path page = Files.writeString(PAGES.resolve(name), ComparePage.render(runs));
        return browser.open(page.toAbsolutePath(), work);
    }

    @Test
    void eightRunsAreDrawnOnThreeChartsWithoutAWordOnTheConsole() throws Exception {
        Browser.Opened opened = open("compare.html", runs(8));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"3\"");
        assertThat(opened.dom().split("class=\"u-series\"", -1)).hasSize(1 + 3 * (1 + 8));
        browser.photograph(PAGES.resolve("compare.html"), PAGES.resolve("compare.png"), 1360, 1500, work);
        assertThat(Pictures.colors(PAGES.resolve("compare.png")))
                .as("all eight colours of lines")
                .contains(0x1f5fd0, 0xc2500f, 0x14806a, 0x9a3f9e, 0xa67c00, 0x3b8fc2, 0xb3364a, 0x6b7280);
    }

    @Test
    void fiftyRunsAreDrawnToo() throws Exception {
        Browser.Opened opened = open("compare-fifty.html", runs(50));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"3\"");
        assertThat(opened.dom()).contains("repeating-linear-gradient");
    }

    @Test
    void aRunOfOneRoundWithoutValidationIsDrawnAndAScriptInItsNameIsNotRun() throws Exception {
        String name = "</script><script>document.documentElement.dataset.charts='stolen'</script>";

        Browser.Opened opened =
                open("compare-hostile.html", List.of(new TrainingRun(name, List.of(Trainings.old(0, 9)))));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"1\"");
    }

    /** Points into the middle of the first chart, at the height of its lowest line, and then double-clicks, for the picture. */
    private static final String POINTER = """
            <script>
            addEventListener('load', () => setTimeout(() => {
              const over = document.querySelector('#chart-samples .u-over');
              const box = over.getBoundingClientRect();
              const at = { clientX: box.left + box.width / 4, clientY: box.bottom - 20, movementX: 1, movementY: 1, bubbles: true };
              over.dispatchEvent(new MouseEvent('mouseenter', at));
              over.dispatchEvent(new MouseEvent('mousemove', at));
              setTimeout(() => {
                document.documentElement.dataset.named = document.querySelector('#chart-samples .nearest').textContent;
                over.dispatchEvent(new MouseEvent('dblclick', at));
              }, 300);
            }, 300));
            </script>
            </body>""";

    @Test
    void theLineNearestToThePointerIsNamed() throws Exception {
        String html = ComparePage.render(runs(8))
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", POINTER);
        Path page = Files.writeString(PAGES.resolve("compare-pointed.html"), html);

        Browser.Opened opened = browser.open(page.toAbsolutePath(), work);
        browser.photograph(page, PAGES.resolve("compare-pointed.png"), 1360, 1900, work);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-named=\"rate-00\"");
    }
}
