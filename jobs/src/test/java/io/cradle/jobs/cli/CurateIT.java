package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
import static io.cradle.jobs.cli.Terminal.fail;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curation as it is typed. */
class CurateIT {
    @TempDir
    static Path directory;

    private static Path table;

    @BeforeAll
    static void simulate() {
        table = directory.resolve("table");
        succeed(
                "generate",
                "--world",
                "Bounce2",
                "--episodes",
                40,
                "--set",
                "rollout.truth=[CONTACTS]",
                "--set",
                "rollout.commitEpisodes=25",
                "--out",
                table);
    }

    @Test
    void aTableIsBalancedShownAndCopied() {
        Path selection = directory.resolve("balanced");
        Path page = directory.resolve("balanced.html");
        assertThat(succeed("curate", table, "--out", selection, "--conf", "balance/contact.yaml", "--report", page))
                .contains("Selection: " + selection + "@0", "kept=40", "Page: " + page);
        assertThat(page)
                .content()
                .contains("40 of 40 episodes stay", "Bounce2, contact", "Balance of TRAIN")
                .contains("contactEvents");
        Path copy = directory.resolve("copy");
        assertThat(succeed("materialise", table, "--selection", selection, "--out", copy))
                .contains("Table: " + copy + "@0, 40 episodes");
        JsonNode facts = describe(copy);
        assertThat(facts.path("contentHash")).isEqualTo(describe(table).path("contentHash"));
        List<String> parents = StreamSupport.stream(facts.findValue("parents").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(parents).hasSize(2).first().asString().startsWith(table + "@");
        assertThat(parents.get(1)).isEqualTo(selection + "@0");
    }

    @Test
    void everyStageCanBeAskedForAndDecidedAnew() {
        Path scored = directory.resolve("scored");
        String all =
                "curate.stages=[validity,frozen,motion,contact,idleTail,coverage,outliers,duplicates,nearDuplicates]";
        succeed("curate", table, "--out", scored, "--set", all, "--set", "curate.contact.leastEvents=0");
        Path moving = directory.resolve("moving");
        assertThat(succeed(
                        "curate",
                        table,
                        "--from",
                        scored,
                        "--out",
                        moving,
                        "--set",
                        "curate.stages=[contact]",
                        "--set",
                        "curate.contact.least=0.02"))
                .contains("too little contact=");
        assertThat(fail(1, "curate", table, "--from", scored, "--out", moving, "--set", "curate.stages=[contact]"))
                .contains("Cannot write selection", "it exists");
        succeed("curate", table, "--from", moving, "--out", moving, "--overwrite");
        assertThat(succeed("curate", table, "--from", moving, "--out", moving, "--overwrite"))
                .contains(moving + "@2", "kept=40");
    }

    /** What a model is surprised by stays; what it was asked to write is there once. */
    @Test
    void aModelsSurpriseFeedsBack() {
        Path model = directory.resolve("model");
        succeed("train", table, "--profile", "smoke", "--out", model);
        Path surprise = directory.resolve("surprise");
        assertThat(succeed("surprise", model, "--table", table, "--out", surprise))
                .contains("Surprise: " + surprise + ", of 40 of 40 episodes");
        assertThat(fail(1, "surprise", model, "--table", table, "--out", surprise))
                .startsWith("Cannot write surprise '" + surprise + "': it exists");
        String stages = "curate.stages=[validity,surprise]";
        String named = "curate.surprise.table=" + surprise;
        Path news = directory.resolve("news");
        assertThat(succeed("curate", table, "--out", news, "--set", stages, "--set", named))
                .contains("little surprise=");
    }

    @Test
    void aThresholdThatDropsEverythingIsAnErrorThatCounts() {
        Path none = directory.resolve("none");
        assertThat(fail(1, "curate", table, "--out", none, "--set", "curate.validity.minSteps=5000"))
                .startsWith("Cannot keep any episode of '" + table)
                .endsWith(": 40 too short; loosen the stages of curate, or leave some out of curate.stages");
        assertThat(none.resolve("_delta_log")).doesNotExist();

        // What it left behind does not stand in the way of the remedy.
        succeed("curate", table, "--out", none, "--set", "curate.validity.minSteps=5");
        assertThat(fail(1, "curate", table, "--out", none)).contains("it exists; name another path with --out");
    }

    @Test
    void aSelectionOfAnotherTableIsRefused() {
        Path other = directory.resolve("other");
        succeed("generate", "--world", "Bounce", "--episodes", 3, "--out", other);
        Path selection = directory.resolve("of-other");
        succeed("curate", other, "--out", selection);
        assertThat(fail(1, "materialise", table, "--selection", selection, "--out", directory.resolve("wrong")))
                .contains("Cannot apply selection '" + selection + "' to table '" + table + "'");
        assertThat(fail(1, "curate", table, "--from", selection, "--out", directory.resolve("wrong")))
                .contains("Cannot apply selection '" + selection + "'");
    }

    @Test
    void contactWithoutContactsSaysHowToGetThem() {
        Path blind = directory.resolve("blind");
        succeed("generate", "--world", "Bounce2", "--episodes", 3, "--out", blind);
        assertThat(fail(1, "curate", blind, "--out", directory.resolve("c"), "--set", "curate.stages=[contact]"))
                .contains("generate with rollout.truth=[CONTACTS], or leave the stage out of curate.stages");
    }
}
