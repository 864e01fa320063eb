package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/** All that a tensor says of itself, as JSON. */
final class SpecJson {
    private SpecJson() {}

    static ObjectNode of(TensorSpec spec) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", spec.name()).put("encoding", spec.encoding().name());
        spec.shape().forEach(node.putArray("shape")::add);
        var channels = node.putArray("channels");
        spec.channels().forEach(channel -> channels.addObject()
                .put("name", channel.name())
                .put("unit", channel.unit())
                .put("low", channel.low())
                .put("high", channel.high()));
        return node.put("scaling", spec.scaling().name())
                .put("low", spec.low())
                .put("high", spec.high())
                .put("rate", spec.rate());
    }

    /**
     * The tensor that was written so.
     *
     * @throws IllegalArgumentException if it says nonsense
     */
    static TensorSpec read(JsonNode node) {
        List<Integer> shape = new ArrayList<>();
        node.path("shape").forEach(size -> shape.add(size.asInt()));
        List<Channel> channels = new ArrayList<>();
        for (JsonNode channel : node.path("channels")) {
            channels.add(new Channel(
                    channel.path("name").asText(),
                    channel.path("unit").asText(),
                    number(channel, "low"),
                    number(channel, "high")));
        }
        return new TensorSpec(
                node.path("name").asText(),
                Encoding.valueOf(node.path("encoding").asText()),
                shape,
                channels,
                Scaling.valueOf(node.path("scaling").asText()),
                number(node, "low"),
                number(node, "high"),
                number(node, "rate"));
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).asDouble(Double.NaN);
    }
}
