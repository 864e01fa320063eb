package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the pages in a real browser: no error on the console, every chart drawn. Leaves them in {@code target/pages}. */
class ReportChromiumIT {
    private static final Path PAGES = Path.of("target", "pages");
    private static Browser browser;

    @TempDir
    private Path work;

    @BeforeAll
    static void findBrowser() throws IOException {
        browser = Browser.find().orElse(null);
        String reason =
                "Skipped: no chromium, chromium-browser or google-chrome on the PATH; install one to run this test";
        if (browser == null) {
            System.out.println(reason);
        }
        assumeTrue(browser != null, reason);
        Files.createDirectories(PAGES);
    }

    private Browser.Opened open(String name, String html) throws Exception {
        Path page = Files.writeString(PAGES.resolve(name), html);
        return browser.open(page.toAbsolutePath(), work);
    }

    @Test
    void theReportDrawsItsChartsWithoutAWordOnTheConsole() throws Exception {
        Browser.Opened opened = open("report.html", ReportPage.render(Samples.report("Bounce")));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"4\"");
    }

    @Test
    void thePageOfATableWithFramesDrawsItsCharts() throws Exception {
        Browser.Opened opened = open("show-frames.html", ShowPage.render(Samples.frames()));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"2\"");
    }

    @Test
    void thePageOfASensorTableDrawsItsCharts() throws Exception {
        Browser.Opened opened = open("show-sensors.html", ShowPage.render(Samples.sensors()));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"3\"");
    }

    @Test
    void theExplorerScrubsToWhereItsAddressSays() throws Exception {
        Path page = Files.writeString(PAGES.resolve("explore.html"), Samples.explore());

        Browser.Opened first = browser.open(page.toAbsolutePath().toUri(), work);
        Browser.Opened there = browser.open(URI.create(page.toAbsolutePath().toUri() + "#e=1&t=17"), work);
        Browser.Opened beyond = browser.open(URI.create(page.toAbsolutePath().toUri() + "#e=99&t=9999"), work);

        assertThat(first.console()).isEmpty();
        assertThat(first.dom()).contains("data-episode=\"0\"", "data-step=\"0\"", "data-charts=\"3\"", "prompt");
        assertThat(there.console()).isEmpty();
        assertThat(there.dom()).contains("data-episode=\"1\"", "data-step=\"17\"", "17 of 39 \u00b7 ");
        assertThat(there.dom()).containsPattern("IoU [01]\\.\\d\\d");
        assertThat(beyond.dom()).contains("data-step=\"39\"");
    }

    @Test
    void thePageOfASelectionDrawsItsDistributions() throws Exception {
        Browser.Opened opened = open("curation.html", CurationPage.render(Samples.curation()));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("Scores, before and after", "class=\"plot\"", "near duplicate");
    }

    @Test
    void theInformationPageShowsBarsWithoutAWordOnTheConsole() throws Exception {
        Browser.Opened opened = open("information.html", InformationPage.render(Samples.information()));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("class=\"bar\"");
    }

    @Test
    void aScriptInAWorldsNameIsNotRun() throws Exception {
        String world = "</script><script>document.documentElement.dataset.charts='stolen'</script>";

        Browser.Opened opened = open("hostile.html", ReportPage.render(Samples.report(world)));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"4\"");
    }

    @Test
    void thePolicyStopsAScriptThatEscapesEscaping() throws Exception {
        String html = ReportPage.render(Samples.report("Bounce"))
                .replace("<main>", "<main><script>document.documentElement.dataset.charts='stolen'</script>");

        Browser.Opened opened = open("injected.html", html);

        assertThat(opened.console()).anyMatch(line -> line.contains("Content Security Policy"));
        assertThat(opened.dom()).contains("data-charts=\"4\"");
    }

    @Test
    void anErrorOnTheConsoleIsSeen() throws Exception {
        Browser.Opened opened = open("broken.html", "<!doctype html><script>nonsense()</script>");

        assertThat(opened.console()).anyMatch(line -> line.contains("nonsense is not defined"));
    }
}
