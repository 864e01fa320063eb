package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.ModelKind;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.TransformerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLayersTest {
    private static final ConfDirectory CONF = new ConfDirectory(Path.of("..", "conf"));

    @TempDir
    Path directory;

    private static ConfigurationLayers layers() {
        return new ConfigurationLayers(CONF);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void defaultsAreComplete() {
        CradleConfig values = layers().load().values();
        assertThat(values.rollout().world()).isEqualTo("Bounce");
        assertThat(values.model().hidden()).containsExactly(256, 256);
        assertThat(values.spark().master()).isEqualTo("local[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "smoke", "Smoke"})
    void everyProfileLoads(String profile) {
        assertThat(layers().profile(profile).load().values().train().workers()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/small.yaml", "models/wide.yaml"})
    void namesBelowTheDirectoryAreFound(String model) {
        assertThat(layers().file(model).load().values().model().hidden())
                .isNotEqualTo(List.of(256, 256))
                .isNotEmpty();
    }

    @Test
    void everyFamilyAtEverySizeIsAModelOfAWorld() {
        Layout layout = new Layout(List.of(
                TensorSpec.frame(Layout.FRAME, 16, 32, 10),
                TensorSpec.vector(Layout.ACTION, List.of(new Channel("knee", "1", -1, 1)), Scaling.NONE, -1, 1, 10),
                TensorSpec.vector(Layout.PROPRIO, List.of(new Channel("angle", "1", -1, 1)), Scaling.NONE, -1, 1, 10)));
        for (String family : List.of(
                "single-step",
                "single-step-xor",
                "transformer",
                "transformer-groups",
                "rssm",
                "rssm-gaussian",
                "fbt")) {
            int smaller = 0;
            for (String size : List.of("tiny", "small", "base", "large")) {
                ModelConfig model = layers().file("models/%s.yaml".formatted(family))
                        .file("models/%s.yaml".formatted(size))
                        .load()
                        .values()
                        .model();
                int parameters = ModelShape.of(model, layout).parameters();
                assertThat(parameters).as("%s %s", family, size).isGreaterThan(smaller);
                smaller = parameters;
            }
        }
    }

    @Test
    void aTransformerIsAKindOfModel() {
        ModelConfig model =
                layers().file("models/transformer.yaml").load().values().model();
        assertThat(model.kind()).isEqualTo(ModelKind.TRANSFORMER);
        assertThat(model.transformer()).isEqualTo(new TransformerConfig(128, 3, 4));
        ConfigurationLayers odd = layers().set("model.transformer.heads=5");
        assertThatThrownBy(odd::load).hasMessageContaining("model.transformer.heads: 5 is rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/rssm.yaml", "models/rssm-gaussian.yaml"})
    void anRssmIsAKindOfModel(String file) {
        ModelConfig model = layers().file(file).load().values().model();
        assertThat(model.kind()).isEqualTo(ModelKind.RSSM);
        assertThat(model.rssm().normal()).isEqualTo(file.contains("gaussian"));
        ConfigurationLayers odd = layers().set("model.rssm.classes=1");
        assertThatThrownBy(odd::load).hasMessageContaining("model.rssm.classes: 1 is rejected");
    }

    @Test
    void aLaterLayerWinsKeyByKey() throws IOException {
        String first = file("first.yaml", "train: {rounds: 7, batchSize: 8}\n");
        String second = file("second.yaml", "train: {rounds: 9}\nmodel: {hidden: [12]}\n");
        CradleConfig values =
                layers().file(first).file(second).set("train.seed=11").load().values();
        assertThat(values.train().rounds()).isEqualTo(9);
        assertThat(values.train().batchSize()).isEqualTo(8);
        assertThat(values.train().seed()).isEqualTo(11);
        assertThat(values.train().localSteps()).isEqualTo(40);
        assertThat(values.model().hidden()).containsExactly(12);
    }

    @Test
    void theNamesOfSparksSettingsKeepTheirDots() {
        SparkConfig spark = layers().set("spark.extra.spark.sql.shuffle.partitions=9")
                .load()
                .values()
                .spark();
        assertThat(spark.extra()).containsEntry("spark.sql.shuffle.partitions", "9");
        assertThat(spark.settings()).containsEntry("spark.sql.shuffle.partitions", "9");
    }

    @Test
    void localSettingsAreLeftOutOnACluster() {
        SparkConfig spark = layers().set("--master", "spark.master", "spark://host:7077")
                .load()
                .values()
                .spark();
        assertThat(spark.settings()).doesNotContainKey("spark.driver.bindAddress");
    }

    @Test
    void aLoneFaultIsOneLine() throws IOException {
        String path = file("odd.yaml", "train: {batchsize: 3}\n");
        assertThatThrownBy(() -> layers().file(path).load())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(path + ": train.batchsize: unknown key; did you mean 'train.batchSize'?");
    }

    @Test
    void allFaultsOfAllLayersAreSaidAtOnce() throws IOException {
        String odd = file("odd.yaml", "train: {batchsize: 3, rounds: many}\ncurate: {validity: {minSteps: 0}}\n");
        String worse = file("worse.yaml", "evaluat: {prompt: 3}\nmodel: [3]\n");
        assertThatThrownBy(() -> layers().file(odd)
                        .file(worse)
                        .set("train.workers=0")
                        .set("train.localSteps=-1")
                        .set("evaluate.resamples=5")
                        .set("rollout.episodes=3000000000")
                        .set("nonsense")
                        .load())
                .hasMessage("""
                        --set: 5 problems
                          nonsense             no setting; write key=value, such as train.rounds=3
                          rollout.episodes     expected a whole number from -2147483648 to 2147483647, found 3000000000
                          train.workers        0 is rejected: each must be at least 1
                          train.localSteps     -1 is rejected: each must be at least 1
                          evaluate.resamples   5 is rejected: an interval needs at least 100
                        %s: 2 problems
                          evaluat   unknown key; did you mean 'evaluate'?
                          model     expected a map with the keys kind, frames, hidden, transformer, rssm, head, code, motion, found [3]
                        %s: 3 problems
                          curate.validity.minSteps   0 is rejected: must be at least 1
                          train.batchsize            unknown key; did you mean 'train.batchSize'?
                          train.rounds               expected a whole number, found 'many'""", worse, odd);
    }

    @Test
    void severalRejectedValuesOfOneSectionAreToldApart() {
        assertThatThrownBy(() -> layers().set("train.workers=0")
                        .set("train.localSteps=-1")
                        .set("train.learningRate=-1e-3")
                        .load())
                .hasMessage("""
                        --set: 3 problems
                          train.workers        0 is rejected: each must be at least 1
                          train.localSteps     -1 is rejected: each must be at least 1
                          train.learningRate   -0.001 is rejected: must be above 0 and no more than a float holds, 3.4028235E38""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rollout.episodes=0     | --set: rollout.episodes: 0 is rejected: must be at least 1",
                "rollout.episodes=ten   | --set: rollout.episodes: expected a whole number, found 'ten'",
                "rollout.episodes=2.5   | --set: rollout.episodes: expected a whole number, found 2.5",
                "rollout.world=3        | --set: rollout.world: expected a text, found 3",
                "rollout.world=         | --set: rollout.world: missing; give it a value",
                "rolout.world=Urchin    | --set: rolout: unknown key; did you mean 'rollout'?",
                "episodes=3             | --set: episodes: unknown key; did you mean 'rollout.episodes'?",
                "train.lr=3             | --set: train.lr: unknown key; known here: engine, workers, rounds, localSteps, schedule, batchSize, beginnings, learningRate, warmup, seed, outer, watch, keepRounds, keepLast",
                "train=3                | --set: train: expected a map with the keys engine, workers, rounds, localSteps, schedule, batchSize, beginnings, learningRate, warmup, seed, outer, watch, keepRounds, keepLast, found 3",
                "model.hidden=7         | --set: model.hidden: expected a list, found 7",
                "model.hidden=[7, x]    | --set: model.hidden[1]: expected a whole number, found 'x'",
                "model.hidden=[]        | --set: model.hidden: [] is rejected: name at least one width of at least 1",
                "train.learningRate=big | --set: train.learningRate: expected a number, found 'big'",
                "spark.extra.x=1        | --set: spark.extra: {x=1} is rejected: names of Spark's settings start with 'spark.'",
                "nothing                | --set: nothing: no setting; write key=value, such as train.rounds=3",
            })
    void aBadSettingIsNamed(String setting, String message) {
        assertThatThrownBy(() -> layers().set(setting).load()).hasMessage(message);
    }

    @Test
    void aSettingThatIsNotYamlIsNamed() {
        assertThatThrownBy(() -> layers().set("model.hidden=[7").load())
                .hasMessageStartingWith("--set: model.hidden: '[7' is not YAML: ");
    }

    @Test
    void anUnknownProfileIsNamedWithTheNearest() {
        assertThatThrownBy(() -> layers().profile("smok").load())
                .hasMessage("--profile: smok: unknown profile; did you mean 'smoke'?");
        assertThatThrownBy(() -> layers().profile("enormous").load())
                .hasMessage("--profile: enormous: unknown profile; known: boxlcd, quickstart, smoke");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> layers().file("not/there.yaml").load())
                .hasMessage("not/there.yaml: there is no such file");
        assertThatThrownBy(() -> layers().file("/nope.yaml").load()).hasMessage("/nope.yaml: there is no such file");
        assertThatThrownBy(() -> layers().file("models/nope.yaml").load())
                .hasMessageContaining("models/nope.yaml: there is no such file; 'models' has ")
                .hasMessageContaining("rssm, rssm-gaussian");
    }

    @Test
    void aKeyGivenTwiceIsAnError() throws IOException {
        String path = file("twice.yaml", "train:\n  rounds: 3\n  rounds: 4\n");
        assertThatThrownBy(() -> layers().file(path).load())
                .hasMessage(path + ": is not YAML: Duplicate field 'rounds' (line 3)");
    }

    @Test
    void anAliasIsRefused() throws IOException {
        String path = file("bomb.yaml", "model:\n  hidden: &a [1, 2]\ntrain:\n  rounds: *a\n");
        assertThatThrownBy(() -> layers().file(path).load())
                .hasMessage(
                        path + ": holds the alias '*a' (line 4): aliases are not read; write out what it stands for");
    }

    @Test
    void aDeepFileIsRefused() throws IOException {
        String path = file("deep.yaml", "x: " + "[".repeat(400_000));
        assertThatThrownBy(() -> layers().file(path).load()).hasMessage(path + ": is nested deeper than 32 levels");
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        String path = file("huge.yaml", "# " + "x".repeat(YamlText.MOST_BYTES));
        assertThatThrownBy(() -> layers().file(path).load())
                .hasMessage(path + ": is larger than 1048576 bytes; a configuration is short");
    }

    @Test
    void aFileWithoutKeysChangesNothing() throws IOException {
        assertThat(layers().file(file("empty.yaml", "# nothing\n")).load()).isEqualTo(layers().load());
    }

    @Test
    void aListIsNoConfiguration() throws IOException {
        String path = file("list.yaml", "- 3\n");
        assertThatThrownBy(() -> layers().file(path).load())
                .hasMessage(path + ": holds no map of keys; write 'key: value' lines");
    }

    @Test
    void theResolvedTextRepeatsTheRun() throws IOException {
        Configuration configuration = layers().profile("smoke")
                .set("train.learningRate=1e-3")
                .setText("--world", "rollout.world", "learned:/a b/1e3")
                .set("spark.extra.spark.x=true")
                .load();
        Configuration again =
                layers().file(file("run.yaml", configuration.resolvedYaml())).load();
        assertThat(again).isEqualTo(configuration);
        assertThat(again.digest()).isEqualTo(configuration.digest()).hasSize(64);
    }

    @Property(tries = 30)
    void anotherSeedIsAnotherDigest(@ForAll @IntRange(min = 2) int seed) {
        Configuration other =
                layers().set("--seed", "rollout.seed", Integer.toString(seed)).load();
        assertThat(other.digest()).isNotEqualTo(layers().load().digest());
    }

    @Test
    void aDirectoryWithoutDefaultsIsRefused() {
        assertThatThrownBy(() -> new ConfDirectory(directory))
                .hasMessage(
                        "Cannot read configuration directory '" + directory
                                + "': it has no defaults.yaml; start with bin/cradle, or set CRADLE_CONF to the project's conf directory");
    }

    @Test
    void theConfigurationTravelsWithTheClasses() {
        ConfDirectory packaged = ConfDirectory.packaged().orElseThrow();
        assertThat(new ConfigurationLayers(packaged).load()).isEqualTo(layers().load());
    }
}
