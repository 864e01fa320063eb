package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens cards in a real browser, as {@link ReportChromiumIT} does with reports. Leaves them in {@code target/pages}. */
class CardChromiumIT {
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
    void theCardOfATableWithFramesSaysNothingOnTheConsole() throws Exception {
        Browser.Opened opened = open("card-frames.html", CardPage.html(Cards.frames("bounce")));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("id=\"statistics\"");
    }

    @Test
    void theCardOfASensorTableDrawsItsCharts() throws Exception {
        Browser.Opened opened = open("card-sensors.html", CardPage.html(Cards.sensors()));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-charts=\"3\"");
    }

    @Test
    void aScriptInTheNameOfADataSetIsNotRun() throws Exception {
        String name = "</script><script>document.documentElement.dataset.charts='stolen'</script>";

        Browser.Opened opened = open("card-hostile.html", CardPage.html(Cards.frames(name)));

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).doesNotContain("data-charts=\"stolen\"");
    }
}
