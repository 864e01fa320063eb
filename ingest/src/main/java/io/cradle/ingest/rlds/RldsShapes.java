package io.cradle.ingest.rlds;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.ingest.rlds.RldsShape.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds in {@code features.json} what each list holds: dictionaries within datasets within dictionaries. */
final class RldsShapes {
    private final Map<String, RldsShape> shapes = new HashMap<>();

    private RldsShapes() {}

    static Map<String, RldsShape> of(JsonNode features) {
        RldsShapes found = new RldsShapes();
        found.add("", features);
        return found.shapes;
    }

    private void add(String name, JsonNode feature) {
        feature.path("featuresDict")
                .path("features")
                .fields()
                .forEachRemaining(
                        entry -> add(name.isEmpty() ? entry.getKey() : name + "/" + entry.getKey(), entry.getValue()));
        for (String nest : List.of("sequence", "dataset")) {
            if (feature.path(nest).has("feature")) {
                add(name, feature.path(nest).path("feature"));
            }
        }
        if (feature.has("tensor")) {
            shapes.put(name, shape(Kind.NUMBERS, feature.path("tensor")));
        } else if (feature.has("image")) {
            shapes.put(name, shape(Kind.PICTURE, feature.path("image")));
        } else if (feature.has("text")) {
            shapes.put(name, new RldsShape(Kind.OTHER, "string", List.of(), "none"));
        }
    }

    private static RldsShape shape(Kind kind, JsonNode content) {
        List<Integer> sizes = new ArrayList<>();
        content.path("shape").path("dimensions").forEach(size -> sizes.add(size.asInt(-1)));
        String type = content.path("dtype").asText();
        Kind known = kind == Kind.NUMBERS && type.equals("string") ? Kind.OTHER : kind;
        return new RldsShape(known, type, sizes, content.path("encoding").asText("none"));
    }
}
