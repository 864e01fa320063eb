package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.Jobs.BuildArguments;
import io.cradle.jobs.build.Acceptance;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.PartConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cradle build} makes of its words. */
class BuildCommandTest {
    @TempDir
    Path directory;

    private final Typing typing = new Typing();

    private int cradle(Object... words) {
        return typing.type(words);
    }

    private Configuration configuration() {
        return typing.configuration();
    }

    private String refused(Object... words) {
        assertThat(cradle(words)).isNotZero();
        assertThat(typing.asked).isEmpty();
        return typing.err.toString();
    }

    @Test
    void aPipelineIsALayerBelowTheOptions() {
        Path data = directory.resolve("new/data");
        assertThat(cradle("build", "Bounce-Nightly", "--out", data, "--set", "rollout.commitEpisodes=7"))
                .isZero();
        assertThat(configuration().values().pipeline().parts())
                .containsExactly(new PartConfig("uniform", "Bounce", "uniform", 2000, 1));
        assertThat(configuration().values().rollout().commitEpisodes()).isEqualTo(7);
        assertThat(configuration().values().rollout().partitions()).isEqualTo(8);
        assertThat(typing.asked.get(1)).isEqualTo(new BuildArguments(data.toString(), Acceptance.NONE));
    }

    @Test
    void helpHasExamples() {
        assertThat(cradle("build", "--help")).isZero();
        assertThat(typing.out.toString())
                .contains("Examples:\n  cradle build", "PIPELINE", "--out", "--accept-change", "--set");
    }

    @Test
    void changesAreAcceptedWhenToldSo() {
        assertThat(cradle("build", "urchin-mix", "--out", directory.resolve("x"), "--accept-change"))
                .isZero();
        assertThat(((BuildArguments) typing.asked.get(1)).acceptance()).isEqualTo(Acceptance.SETTINGS);
    }

    @Test
    void anUnknownPipelineWorldOrPolicyIsUsage() {
        Path data = directory.resolve("x");
        assertThat(refused("build", "bounce-nigthly", "--out", data)).contains("did you mean 'bounce-nightly'?");
        assertThat(refused(
                        "build",
                        "bounce-nightly",
                        "--out",
                        data,
                        "--set",
                        "pipeline.parts=[{name: a, world: Bonce, policy: zero, episodes: 1, seed: 1}]"))
                .contains("Cannot find world 'Bonce': did you mean 'bounce'?");
        assertThat(refused(
                        "build",
                        "bounce-nightly",
                        "--out",
                        data,
                        "--set",
                        "pipeline.parts=[{name: a, world: Bounce, policy: zeroes, episodes: 1, seed: 1}]"))
                .contains("Unknown policy 'zeroes'");
        assertThat(refused("build", "bounce-nightly", "--out", data, "--set", "pipeline.parts=[]"))
                .contains("Cannot build 'bounce-nightly': it has no pipeline.parts; name at least one");
    }

    @Test
    void aDirectoryThatHoldsSomethingElseIsRefused() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assertThat(refused("build", "bounce-nightly", "--out", directory))
                .contains("the directory holds other files and no build; name another with --out");
        assertThat(refused("build", "bounce-nightly", "--out", directory.resolve("letter.txt")))
                .contains("'%s' is a file; name another path with --out".formatted(directory.resolve("letter.txt")));
        assertThat(refused("build", "bounce-nightly", "--out", "s3a://bucket/data"))
                .contains("Cannot build 's3a://bucket/data': a build needs locks and files that change in one move");
    }

    @Test
    void aDirectoryWithABuildAndAnEmptyOneAreTaken() throws IOException {
        assertThat(cradle("build", "bounce-nightly", "--out", directory)).isZero();
        Files.createFile(directory.resolve("_cradle.lock"));
        assertThat(cradle("build", "bounce-nightly", "--out", directory)).isZero();
    }
}
