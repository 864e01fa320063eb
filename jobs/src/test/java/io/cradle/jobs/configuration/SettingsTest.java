package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final ConfDirectory CONF = new ConfDirectory(Path.of("..", "conf"));

    private static ConfigurationLayers layers() {
        return new ConfigurationLayers(CONF);
    }

    @Test
    void everyKeyOfTheSectionsHasItsValue() {
        assertThat(Settings.of("a: {b: 1, c: {d: [x, y]}, e: {}}\nf: 2\ng: text\n", List.of("a", "g", "nowhere")))
                .isEqualTo(Map.of("a.b", "1", "a.c.d", "[\"x\",\"y\"]", "a.e", "{}", "g", "\"text\""));
        assertThatThrownBy(() -> Settings.of("- 1", List.of("a"))).hasMessageContaining("holds no map of keys");
    }

    @Test
    void oneChangedKeyIsOneChangedSetting() {
        Map<String, String> plain = Settings.of(layers().load().resolvedYaml(), List.of("curate", "balance"));
        Map<String, String> changed = Settings.of(
                layers().set("curate.validity.minSteps=20").load().resolvedYaml(), List.of("curate", "balance"));
        assertThat(plain).containsEntry("curate.validity.minSteps", "10").containsKey("balance.target");
        assertThat(changed).containsEntry("curate.validity.minSteps", "20").hasSameSizeAs(plain);
    }

    @Test
    void aPipelineIsFoundByNameInAnyCaseOrByPathWithOrWithoutItsEnding() {
        for (String name : List.of(
                "bounce-nightly",
                "BOUNCE-nightly",
                "../conf/pipelines/bounce-nightly",
                "../conf/pipelines/bounce-nightly.yaml")) {
            Configuration configuration = layers().pipeline(name).load();
            assertThat(configuration.values().pipeline().parts())
                    .containsExactly(new PartConfig("uniform", "Bounce", "uniform", 2000, 1));
            assertThat(configuration.values().rollout().commitEpisodes()).isEqualTo(2000);
        }
    }

    @Test
    void aPipelineThatIsNotThereIsNamedWithTheNextOne() {
        assertThatThrownBy(() -> layers().pipeline("bounce-nighty").load())
                .hasMessage("PIPELINE: bounce-nighty: no such file, and no such name; did you mean 'bounce-nightly'?");
        assertThatThrownBy(() -> layers().pipeline("q").load())
                .hasMessageContaining("known: bounce-nightly, mostly-idle, urchin-mix");
    }

    @Test
    void faultsOfPartsAreSaidWithTheirKeys() {
        assertThatThrownBy(() -> layers().set(
                                "pipeline.parts=[{name: A b, world: Bounce, policy: zero, episodes: 1, seed: 1}]")
                        .load())
                .hasMessageContaining("pipeline.parts[0]")
                .hasMessageContaining("a part has up to 64 small letters, digits and dashes");
        assertThatThrownBy(() -> layers().set(
                                "pipeline.parts=[{name: a, world: Bounce, policy: zero, episodes: 0, seed: 1}]")
                        .load())
                .hasMessageContaining("Invalid episodes=0: must be at least 1");
        assertThatThrownBy(() -> layers().set("pipeline.parts=[{name: a, policy: zero, episodes: 1, seed: 1}]")
                        .load())
                .hasMessageContaining("pipeline.parts[0].world: missing; give it a value");
        assertThatThrownBy(() -> layers().set(
                                "pipeline.parts=[{name: a, world: Bounce, policy: zero, episodes: 1, seed: 1}, {name: a, world: Bounce, policy: zero, episodes: 1, seed: 2}]")
                        .load())
                .hasMessageContaining("a name stands twice; give each part its own");
    }
}
