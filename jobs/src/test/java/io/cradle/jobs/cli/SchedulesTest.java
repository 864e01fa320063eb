package io.cradle.jobs.cli;

import static com.cronutils.model.CronType.UNIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.cradle.jobs.SparkJobs;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The ready-made schedules say what their programs and ours understand. */
class SchedulesTest {
    private static final Path CONF = Path.of("..", "conf");
    private static final Path SCHEDULES = CONF.resolve("schedules");
    private static final Pattern CRON_LINE =
            Pattern.compile("((?:\\S+ ){4}\\S+) +(/\\S*/bin/cradle) (.*?) >> \\S+ 2>&1");

    private static final CronParser CRON = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(UNIX));

    private static CommandLine cradle() {
        return Cradle.commandLine(
                new Host(() -> new ConfDirectory(CONF), SparkJobs::new, () -> Progress.SILENT, Optional.empty()));
    }

    /** Parses words as the command would, and finds the pipeline that they name. */
    private static void requireUnderstood(List<String> words) {
        ParseResult parsed = cradle().parseArgs(words.toArray(String[]::new)).subcommand();
        assertThat(parsed.errors()).isEmpty();
        if (parsed.commandSpec().name().equals("build")) {
            String pipeline = parsed.matchedPositionalValue(0, "");
            assertThat(new ConfigurationLayers(new ConfDirectory(CONF))
                            .pipeline(pipeline)
                            .load()
                            .values()
                            .pipeline()
                            .parts())
                    .isNotEmpty();
        }
    }

    private static List<String> words(String command) {
        return Arrays.asList(command.split(" +"));
    }

    @Test
    void everyLineOfTheCrontabIsATimeAndACommand() throws IOException {
        List<String> lines = Files.readAllLines(SCHEDULES.resolve("cradle.cron")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.matches("[A-Z_]+=.*"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> {
            Matcher parts = CRON_LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            CRON.parse(parts.group(1)).validate();
            requireUnderstood(words(parts.group(3)));
        });
    }

    @Test
    void aSlipInALineIsFound() {
        assertThatThrownBy(() -> CRON.parse("75 2 * * *").validate()).hasMessageContaining("75");
        assertThatThrownBy(() -> requireUnderstood(words("build bounce-nightly --oud x")))
                .hasMessageContaining("--out");
        assertThatThrownBy(() -> requireUnderstood(words("build bounce-nigthly --out x")))
                .hasMessageContaining("did you mean 'bounce-nightly'?");
    }

    @Test
    void theKubernetesObjectKeepsToTheOperatorsFields() throws IOException {
        JsonNode object =
                new YAMLMapper().readTree(Files.readString(SCHEDULES.resolve("scheduled-spark-application.yaml")));
        assertThat(schema().validate(object)).isEmpty();
        CRON.parse(object.at("/spec/schedule").asText()).validate();
        JsonNode template = object.at("/spec/template");
        assertThatCode(() -> Class.forName(template.path("mainClass").asText())).doesNotThrowAnyException();
        List<String> arguments = new ArrayList<>();
        template.path("arguments").forEach(word -> arguments.add(word.asText()));
        requireUnderstood(arguments);
        assertThat(template.path("sparkVersion").asText()).isEqualTo(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    @Test
    void whatIsWrittenAndReadIsMountedEverywhere() throws IOException {
        JsonNode template = new YAMLMapper()
                .readTree(Files.readString(SCHEDULES.resolve("scheduled-spark-application.yaml")))
                .at("/spec/template");
        String volume = template.at("/volumes/0/name").asText();
        for (String pod : List.of("driver", "executor")) {
            JsonNode mount = template.path(pod).at("/volumeMounts/0");
            assertThat(mount.path("name").asText()).isEqualTo(volume);
            assertThat(template.at("/arguments/3").asText())
                    .startsWith(mount.path("mountPath").asText() + "/");
        }
    }

    @Test
    void aSlipInTheObjectIsFound() throws IOException {
        ObjectNode object = (ObjectNode)
                new YAMLMapper().readTree(Files.readString(SCHEDULES.resolve("scheduled-spark-application.yaml")));
        ((ObjectNode) object.at("/spec")).put("concurrencyPolicy", "Forbidden");
        ((ObjectNode) object.at("/spec/template/driver")).put("core", 1);
        assertThat(schema().validate(object)).hasSize(2);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SchedulesTest.class.getResourceAsStream("scheduled-spark-application.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
        }
    }

    @TempDir
    Path directory;

    /** Prints, one a line, the schedule and every bash_command of a DAG, without importing Airflow. */
    private static final String READ_DAG = """
            import ast, sys
            source = open(sys.argv[1]).read()
            compile(source, sys.argv[1], "exec")
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Call):
                    for word in node.keywords:
                        if word.arg in ("schedule", "bash_command"):
                            print(word.arg, word.value.value)
            """;

    @Test
    void theDagIsPythonAndItsCommandsAreOurs() throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "python3 is not installed: the DAG was not compiled");
        List<String> said = run(
                python.get(), "-c", READ_DAG, SCHEDULES.resolve("cradle_dag.py").toString());
        assertThat(said).hasSizeGreaterThan(2).allSatisfy(line -> {
            String value = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("schedule ")) {
                CRON.parse(value).validate();
            } else {
                assertThat(value).startsWith("/opt/cradle/bin/cradle ");
                requireUnderstood(words(value).subList(1, words(value).size()));
            }
        });
    }

    private static Optional<String> python() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }
}
