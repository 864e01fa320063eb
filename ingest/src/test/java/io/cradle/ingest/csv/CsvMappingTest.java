package io.cradle.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.ingest.align.Interpolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvMappingTest {
    private static final CsvColumn ANGLE = new CsvColumn("angle", "rad", -4, 4, Interpolation.LINEAR);
    private static final CsvColumn FORCE = new CsvColumn("force", "N", -9, 9, Interpolation.HOLD);
    private static final CsvClock CLOCK = new CsvClock("t", ClockUnit.S);

    @Test
    void theOrderOfTensorsInTheConfigurationChangesNothing() {
        Map<String, List<CsvColumn>> forward = new LinkedHashMap<>();
        forward.put("proprio", List.of(ANGLE));
        forward.put("action", List.of(FORCE));
        Map<String, List<CsvColumn>> backward = new LinkedHashMap<>();
        backward.put("action", List.of(FORCE));
        backward.put("proprio", List.of(ANGLE));
        assertThat(mapping(forward).layout().digest())
                .isEqualTo(mapping(backward).layout().digest());
    }

    @Test
    void aTensorsRangeSpansThoseOfItsColumns() {
        assertThat(mapping(Map.of("proprio", List.of(ANGLE, FORCE))).layout().require("proprio"))
                .extracting("low", "high")
                .containsExactly(-9.0, 9.0);
    }

    @Test
    void resampledLogsHaveARateAndNoStamps() {
        CsvMapping even = new CsvMapping(",", CLOCK, Map.of("proprio", List.of(ANGLE)), new Resampling(50, 0), 0);
        assertThat(even.layout().tensors()).extracting("name").containsExactly("proprio", "valid");
        assertThat(even.layout().require("proprio").rate()).isEqualTo(50);
    }

    @Test
    void faultsNameTheKey() {
        rejects(() -> new CsvMapping(";;", CLOCK, Map.of(), Resampling.KEEP, 0), "ingest.csv.delimiter=';;'");
        rejects(() -> new CsvMapping(",", CLOCK, Map.of(), Resampling.KEEP, -1), "ingest.csv.episodeSteps=-1");
        rejects(() -> mapping(Map.of("proprio", List.of())), "a tensor has no column");
        rejects(() -> mapping(Map.of("time", List.of(ANGLE))), "'time' and 'valid' are made by the reader");
        rejects(() -> mapping(Map.of("proprio", List.of(ANGLE), "action", List.of(ANGLE))), "a column stands twice");
        rejects(
                () -> new CsvMapping(
                        ",", CsvMapping.NONE.time(), Map.of("proprio", List.of(ANGLE)), Resampling.KEEP, 0),
                "Invalid ingest.csv.time.column=''");
        rejects(() -> new Resampling(-1, 0), "ingest.csv.resample.rate=-1.0");
        rejects(() -> new Resampling(1, -1), "ingest.csv.resample.longestGap=-1.0");
        rejects(
                () -> new CsvColumn("angle", "rad", 4, 4, Interpolation.HOLD),
                "Invalid range [4.0, 4.0] of column 'angle'");
        rejects(() -> new CsvColumn(" ", "rad", 0, 4, Interpolation.HOLD), "a column has no name");
        rejects(
                () -> new CsvColumn("angle", "degrees", 0, 4, Interpolation.HOLD),
                "Invalid unit 'degrees': use one of [1, A,");
    }

    @Test
    void nothingIsMappedByDefault() {
        assertThat(CsvMapping.NONE.isEmpty()).isTrue();
    }

    private static void rejects(ThrowingCallable making, String message) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static CsvMapping mapping(Map<String, List<CsvColumn>> tensors) {
        return new CsvMapping(",", CLOCK, tensors, Resampling.KEEP, 0);
    }
}
