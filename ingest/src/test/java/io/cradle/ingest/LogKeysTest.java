package io.cradle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.dataset.spec.Scaling;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log as CSV and one as Parquet; names alone are looked at. */
class LogKeysTest {
    private static final CsvMapping PLAIN = mapping(Resampling.KEEP, 0, Interpolation.LINEAR);

    @TempDir
    private Path directory;

    private Path csv;
    private Path parquet;

    @BeforeEach
    void logs() throws IOException {
        csv = Files.createDirectory(directory.resolve("csv"));
        parquet = Files.createDirectory(directory.resolve("parquet"));
        Files.writeString(csv.resolve("log.csv"), "t,q,u\n0,1,2\n");
        Files.writeString(parquet.resolve("log.parquet"), "PAR1");
    }

    private static CsvMapping mapping(Resampling resampling, int episodeSteps, Interpolation second) {
        return new CsvMapping(
                ",",
                new CsvClock("t", ClockUnit.S),
                Map.of(
                        "proprio",
                        List.of(
                                new CsvColumn("q", "rad", -4, 4, Interpolation.LINEAR),
                                new CsvColumn("v", "rad/s", -4, 4, second)),
                        "action",
                        List.of(new CsvColumn("u", "N m", -4, 4, Interpolation.NEAREST))),
                resampling,
                episodeSteps);
    }

    private static IngestConfig config(
            double rate,
            double rowRate,
            double longestGap,
            int episodeSteps,
            StreamsConfig streams,
            FramesConfig frames,
            CsvMapping mapping) {
        return new IngestConfig(
                "", "", rate, rowRate, longestGap, episodeSteps, 1, streams, frames, SplitsConfig.NONE, mapping);
    }

    private static IngestConfig streams(StreamsConfig streams) {
        return config(0, 0, 0, 0, streams, FramesConfig.LCD, PLAIN);
    }

    private static IngestConfig frames(FrameKind kind, int height) {
        return config(
                0,
                0,
                0,
                0,
                StreamsConfig.TOLD,
                new FramesConfig("", kind, height, 32, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false),
                PLAIN);
    }

    private static IngestConfig mapped(double rate, CsvMapping mapping) {
        return config(rate, 0, 0, 0, StreamsConfig.TOLD, FramesConfig.LCD, mapping);
    }

    private static StreamsConfig told(Map<String, Interpolation> interpolation, Map<String, String> units) {
        return new StreamsConfig(List.of(), List.of(), interpolation, units, List.of(), Scaling.SIGNED_UNIT);
    }

    static Stream<Arguments> refusedForCsv() {
        StreamsConfig none = StreamsConfig.TOLD;
        FramesConfig lcd = FramesConfig.LCD;
        return Stream.of(
                Arguments.of(config(50, 0, 0, 0, none, lcd, PLAIN), "ingest.rate=50.0", "ingest.csv.resample.rate"),
                Arguments.of(config(0, 9, 0, 0, none, lcd, PLAIN), "ingest.rowRate=9.0", "ingest.csv.time"),
                Arguments.of(
                        config(0, 0, 0.2, 0, none, lcd, PLAIN),
                        "ingest.longestGap=0.2",
                        "ingest.csv.resample.longestGap"),
                Arguments.of(
                        config(0, 0, 0, 60, none, lcd, PLAIN), "ingest.episodeSteps=60", "ingest.csv.episodeSteps"),
                Arguments.of(
                        streams(told(Map.of("action", Interpolation.HOLD), Map.of())),
                        "ingest.streams.interpolation={action=HOLD}",
                        "set interpolation of columns in ingest.csv.tensors"),
                Arguments.of(
                        streams(told(Map.of(), Map.of("proprio", "deg"))),
                        "ingest.streams.units={proprio=deg}",
                        "set unit of columns in ingest.csv.tensors"),
                Arguments.of(
                        streams(new StreamsConfig(
                                List.of("q"), List.of(), Map.of(), Map.of(), List.of(), Scaling.SIGNED_UNIT)),
                        "ingest.streams.proprio=[q]",
                        "ingest.csv.tensors.proprio"),
                Arguments.of(frames(FrameKind.GRAY, 16), "ingest.frames.kind=GRAY", "leave the key out"),
                Arguments.of(frames(FrameKind.BINARY, 64), "ingest.frames.height=64", "leave the key out"));
    }

    @ParameterizedTest
    @MethodSource("refusedForCsv")
    void whatDoesNotHoldForCsvIsRefused(IngestConfig config, String set, String remedy) {
        assertThatThrownBy(() -> EpisodeSources.requireUnderstood(csv, config))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Invalid %s: it doesn't hold for CSV; ".formatted(set))
                .hasMessageContaining(remedy);
        assertThatThrownBy(() -> EpisodeSources.detect(csv, config)).isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void whatIsSoAnyhowIsNotRefusedForCsv() {
        StreamsConfig measured = new StreamsConfig(List.of(), List.of(), Map.of(), Map.of(), List.of(), Scaling.NONE);
        for (IngestConfig config : List.of(
                mapped(0, PLAIN),
                mapped(0, mapping(new Resampling(50, 1), 60, Interpolation.HOLD)),
                streams(measured),
                frames(FrameKind.NONE, 64))) {
            assertThatCode(() -> EpisodeSources.requireUnderstood(csv, config)).doesNotThrowAnyException();
        }
    }

    static Stream<Arguments> refusedForParquet() {
        return Stream.of(
                Arguments.of(
                        mapped(0, mapping(new Resampling(50, 0), 0, Interpolation.LINEAR)),
                        "ingest.csv.resample.rate=50.0",
                        "set ingest.rate"),
                Arguments.of(
                        mapped(0, mapping(new Resampling(0, 0.2), 0, Interpolation.LINEAR)),
                        "ingest.csv.resample.longestGap=0.2",
                        "set ingest.longestGap"),
                Arguments.of(
                        mapped(0, mapping(Resampling.KEEP, 60, Interpolation.LINEAR)),
                        "ingest.csv.episodeSteps=60",
                        "set ingest.episodeSteps"),
                Arguments.of(
                        mapped(50, mapping(Resampling.KEEP, 0, Interpolation.HOLD)),
                        "interpolation of columns in ingest.csv.tensors.proprio=[LINEAR, HOLD]",
                        "a tensor of their own"));
    }

    @ParameterizedTest
    @MethodSource("refusedForParquet")
    void whatDoesNotHoldForParquetIsRefused(IngestConfig config, String set, String remedy) {
        assertThatThrownBy(() -> EpisodeSources.requireUnderstood(parquet, config))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Invalid %s: it doesn't hold for Parquet; ".formatted(set))
                .hasMessageContaining(remedy);
    }

    @Test
    void anInterpolationOfTheStreamGoesBeforeThoseOfItsColumns() {
        IngestConfig config = config(
                50,
                0,
                0,
                60,
                told(Map.of("proprio", Interpolation.HOLD), Map.of()),
                FramesConfig.LCD,
                mapping(Resampling.KEEP, 0, Interpolation.HOLD));
        EpisodeSources.requireUnderstood(parquet, config);
        assertThat(EpisodeSources.takes(parquet, config).streams().interpolation())
                .isEqualTo(Map.of("proprio", Interpolation.HOLD, "action", Interpolation.NEAREST));
    }

    @Test
    void whatTheMappingDeclaresHoldsForParquetAlone() {
        IngestConfig config = mapped(50, PLAIN);
        assertThat(EpisodeSources.takes(parquet, config).streams().interpolation())
                .isEqualTo(Map.of("action", Interpolation.NEAREST));
        assertThat(EpisodeSources.takes(csv, config)).isEqualTo(config.takes());
    }
}
