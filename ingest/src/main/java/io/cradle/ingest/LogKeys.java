package io.cradle.ingest;

import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.take.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys of the configuration that hold for logs. CSV and Parquet share a mapping and little else: a key that is set and doesn't hold is refused,
 * for it would be passed over without a word.
 *
 * @param kind of the files, as people call it
 * @param config what is set
 */
record LogKeys(String kind, IngestConfig config) {
    private static final IngestConfig UNSET = IngestConfig.NONE;

    static void requireForCsv(IngestConfig config) {
        LogKeys keys = new LogKeys("CSV", config);
        keys.require("ingest.rate", config.rate(), UNSET.rate(), "set ingest.csv.resample.rate");
        keys.require(
                "ingest.rowRate", config.rowRate(), UNSET.rowRate(), "its rows have the stamps of ingest.csv.time");
        keys.require(
                "ingest.longestGap", config.longestGap(), UNSET.longestGap(), "set ingest.csv.resample.longestGap");
        keys.require("ingest.episodeSteps", config.episodeSteps(), UNSET.episodeSteps(), "set ingest.csv.episodeSteps");
        keys.requireNoStreams(config.streams(), UNSET.streams());
        if (config.frames().kind() != FrameKind.NONE) {
            keys.requireNoFrames(config.frames(), UNSET.frames());
        }
    }

    private void requireNoStreams(StreamsConfig set, StreamsConfig unset) {
        String tensors = "name columns in ingest.csv.tensors.";
        require("ingest.streams.proprio", set.proprio(), unset.proprio(), tensors + "proprio");
        require("ingest.streams.action", set.action(), unset.action(), tensors + "action");
        String column = "set %s of columns in ingest.csv.tensors";
        require(
                "ingest.streams.interpolation",
                set.interpolation(),
                unset.interpolation(),
                column.formatted("interpolation"));
        require("ingest.streams.units", set.units(), unset.units(), column.formatted("unit"));
        require("ingest.streams.led", set.led(), unset.led(), "shift the column by a row in the file");
    }

    private void requireNoFrames(FramesConfig set, FramesConfig unset) {
        String remedy = "a log has no pictures: leave the key out";
        require("ingest.frames.camera", set.camera(), unset.camera(), remedy);
        require("ingest.frames.kind", set.kind(), unset.kind(), remedy);
        require("ingest.frames.height", set.height(), unset.height(), remedy);
        require("ingest.frames.width", set.width(), unset.width(), remedy);
        require("ingest.frames.crop", set.crop(), unset.crop(), remedy);
        require("ingest.frames.threshold", set.threshold(), unset.threshold(), remedy);
        require("ingest.frames.level", set.level(), unset.level(), remedy);
        require("ingest.frames.ink", set.ink(), unset.ink(), remedy);
        require("ingest.frames.png", set.png(), unset.png(), remedy);
    }

    static void requireForParquet(IngestConfig config) {
        LogKeys keys = new LogKeys("Parquet", config);
        Resampling set = config.csv().resample();
        Resampling unset = UNSET.csv().resample();
        keys.require("ingest.csv.resample.rate", set.rate(), unset.rate(), "set ingest.rate");
        keys.require("ingest.csv.resample.longestGap", set.longestGap(), unset.longestGap(), "set ingest.longestGap");
        keys.require(
                "ingest.csv.episodeSteps",
                config.csv().episodeSteps(),
                UNSET.csv().episodeSteps(),
                "set ingest.episodeSteps");
        if (config.rate() > 0) {
            config.csv().tensors().forEach(keys::requireOneInterpolation);
        }
    }

    /** A tensor is one stream there, which has one. */
    private void requireOneInterpolation(String tensor, List<CsvColumn> columns) {
        if (!config.streams().interpolation().containsKey(tensor)) {
            List<Interpolation> all = interpolations(columns);
            require(
                    "interpolation of columns in ingest.csv.tensors." + tensor,
                    all,
                    all.subList(0, 1),
                    "give all of them one, or those of another a tensor of their own that ingest.streams names too");
        }
    }

    /** How Parquet's takes become episodes: its mapping says what stands between two rows, unless {@code ingest.streams} does. */
    static TakeConfig takesOfParquet(IngestConfig config) {
        Map<String, Interpolation> declared = new HashMap<>();
        config.csv().tensors().forEach((tensor, columns) -> {
            List<Interpolation> all = interpolations(columns);
            if (all.size() == 1 && all.get(0) != usual(tensor, config.streams())) {
                declared.put(tensor, all.get(0));
            }
        });
        return config.takes().declaring(declared);
    }

    /** What is so anyhow needs no declaration, and makes no other episodes. */
    private static Interpolation usual(String tensor, StreamsConfig streams) {
        boolean action = streams.action().isEmpty()
                ? tensor.equals(Layout.ACTION)
                : streams.action().contains(tensor);
        return streams.interpolation(tensor, action ? Role.ACTION : Role.PROPRIO);
    }

    private static List<Interpolation> interpolations(List<CsvColumn> columns) {
        return columns.stream().map(CsvColumn::interpolation).distinct().toList();
    }

    private void require(String key, Object value, Object unset, String remedy) {
        if (!value.equals(unset)) {
            throw new InvalidSettingException(
                    "Invalid %s=%s: it doesn't hold for %s; %s".formatted(key, value, kind, remedy));
        }
    }
}
