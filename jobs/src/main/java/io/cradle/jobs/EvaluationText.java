package io.cradle.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cradle.training.evaluation.EvaluationReport;
import java.util.List;

/** A report as JSON; of a table without frames, without what says something of frames alone. */
final class EvaluationText {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final List<String> OF_FRAMES = List.of("pixels", "comparisons");
    private static final List<String> OF_MODELS_FRAMES = List.of(
            "bitsPerFrame",
            "bitsPerPixel",
            "iou",
            "clampedPixels",
            "bothEmptyFrames",
            "shuffledActions",
            "horizon",
            "beyond",
            "calibration",
            "likeness",
            "judgement");

    private EvaluationText() {}

    /** Indented. */
    static String of(EvaluationReport report) {
        if (report.framed()) {
            return Output.json(report);
        }
        ObjectNode text = JSON.valueToTree(report);
        text.remove(OF_FRAMES);
        bare(text.path("models"));
        text.path("panels").forEach(panel -> bare(panel.path("models")));
        return Output.json(text);
    }

    private static void bare(JsonNode models) {
        models.forEach(model -> ((ObjectNode) model).remove(OF_MODELS_FRAMES));
    }
}
