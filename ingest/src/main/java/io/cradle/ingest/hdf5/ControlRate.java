package io.cradle.ingest.hdf5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.RowClock;
import java.nio.file.Path;
import java.util.Optional;

/** Steps a second, which robomimic declares in the attribute {@code env_args}, a JSON text. */
final class ControlRate {
    private static final String ARGUMENTS = "env_args";
    private static final String RATE = "control_freq";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ControlRate() {}

    /** The clock that a group declares; the unknown one, with a finding, if it declares none that is understood. */
    static RowClock of(Branch data, Path file, Findings findings) {
        Optional<RowClock> declared = data.attribute(ARGUMENTS).flatMap(text -> rate(text.toString()));
        return declared.orElseGet(() -> unknown(file, findings));
    }

    /** The unknown clock, with a finding. */
    static RowClock unknown(Path file, Findings findings) {
        findings.add(Finding.noticed(
                file.toString(),
                "",
                "rate unknown",
                "no rate can be read from the file, so rows are stamped one a second; declare it by ingest.rowRate"));
        return RowClock.UNKNOWN;
    }

    private static Optional<RowClock> rate(String text) {
        try {
            JsonNode arguments = JSON.readTree(text);
            JsonNode rate = arguments.path("env_kwargs").path(RATE);
            double hertz = (rate.isNumber() ? rate : arguments.path(RATE)).asDouble();
            return hertz > 0 ? Optional.of(new RowClock(hertz)) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }
}
