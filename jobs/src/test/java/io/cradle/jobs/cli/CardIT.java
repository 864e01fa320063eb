package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
import static io.cradle.jobs.cli.Terminal.json;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table and its selection say of themselves. */
class CardIT {
    @TempDir
    static Path directory;

    private static Path table;
    private static Path selection;

    @BeforeAll
    static void generateAndCurate() {
        table = directory.resolve("bounce & <b>co");
        selection = directory.resolve("kept");
        succeed("generate", "--world", "Bounce", "--episodes", 30, "--out", table);
        succeed("curate", table, "--out", selection, "--set", "balance.strata=[{by: world}]");
    }

    @Test
    void describeKnowsTablesAndSelections() {
        JsonNode facts = describe(table);
        JsonNode chosen = describe(selection);

        assertThat(facts.path("history")
                        .get(0)
                        .path("changes")
                        .path("rowsAdded")
                        .asInt())
                .isEqualTo(30);
        assertThat(facts.path("tensorBytesPerStep").path("lcd").asDouble())
                .isPositive()
                .isLessThan(facts.path("bytesPerStep").asDouble());
        assertThat(facts.path("worldShares").path("Bounce").asDouble()).isEqualTo(1);
        assertThat(chosen.path("parent").asText()).isEqualTo(table + "@0");
        assertThat(chosen.path("kept").asInt()).isEqualTo(30);
        assertThat(chosen.path("strata").path("world=Bounce").path("episodes").asInt())
                .isEqualTo(30);
        assertThat(succeed("describe", selection)).contains("30, of which 30 stay", "stratum       world=Bounce");
    }

    @Test
    void statisticsAreOfTrainAlone() {
        JsonNode statistics = json(succeed("statistics", table, "--selection", selection, "--json"));

        assertThat(statistics.path("episodes").asInt())
                .isEqualTo(describe(table).path("splits").path("TRAIN").asInt());
        assertThat(statistics.path("selection").asText()).isEqualTo(selection + "@0");
        assertThat(statistics
                        .path("tensors")
                        .get(0)
                        .path("channels")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("ink");
        assertThat(succeed("statistics", table)).contains("lcd.ink, 1", "selection all");
    }

    @Test
    void aCardHasItsFiles() {
        Path card = directory.resolve("card");
        assertThat(succeed("card", table, "--selection", selection, "--out", card))
                .contains("Card: " + card.resolve("index.html"));

        assertThat(card.resolve("README.md"))
                .content()
                .contains("# bounce \\& \\<b\\>co", "## Curation", "cradle curate");
        assertThat(card.resolve("index.html"))
                .content()
                .contains("<h1>bounce &amp; &lt;b&gt;co</h1>", "world&#x3D;Bounce");
        assertThat(card.resolve("episodes.gif")).isNotEmptyFile();
        assertThat(card.resolve("episodes.png")).isNotEmptyFile();
        assertThat(Terminal.fail(1, "card", table, "--out", card)).contains("Cannot write card", "it exists");
    }
}
