package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Layers of keys merged left to right, which remembers what each key came from. Maps are merged, all else replaced. */
final class LayeredTree {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> origins = new HashMap<>();

    /** A tree of one layer. */
    static LayeredTree of(String origin, ObjectNode layer) {
        LayeredTree tree = new LayeredTree();
        tree.add(origin, layer);
        return tree;
    }

    /** Lays a layer over what is there. */
    void add(String origin, ObjectNode layer) {
        origins.putIfAbsent("", origin);
        merge(root, layer, "", origin);
    }

    private void merge(ObjectNode below, ObjectNode above, String prefix, String origin) {
        above.fields().forEachRemaining(entry -> {
            String key = join(prefix, entry.getKey());
            if (below.get(entry.getKey()) instanceof ObjectNode map && entry.getValue() instanceof ObjectNode over) {
                origins.put(key, origin);
                merge(map, over, key, origin);
            } else {
                replace(below, entry.getKey(), entry.getValue().deepCopy(), key, origin);
            }
        });
    }

    private void replace(ObjectNode below, String name, JsonNode value, String key, String origin) {
        below.set(name, value);
        origins.keySet().removeIf(old -> old.startsWith(key + "."));
        origins.put(key, origin);
    }

    ObjectNode root() {
        return root;
    }

    /** The layer that last touched a key's value; of a key that isn't there, that of the map it is missed in. */
    String origin(String key) {
        for (String above = key; !above.isEmpty(); above = parent(above)) {
            if (origins.containsKey(above)) {
                return origins.get(above);
            }
        }
        return origins.getOrDefault("", "configuration");
    }

    private static String parent(String key) {
        return key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
    }

    static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
