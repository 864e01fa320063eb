package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a tree of keys into records: keys are component names, none may be unknown, nothing is converted by guessing. A
 * key may be left out only where the record's constructor puts a value in place of null. Jackson stops at the first
 * fault and calls it by a Java name; this goes on and notes them all with their keys.
 */
final class RecordBinder {
    private static final String MISSING = "missing; give it a value";

    private final LayeredTree tree;
    private final Problems problems;

    RecordBinder(LayeredTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /**
     * Binds the whole tree.
     *
     * @param sound an instance that is known to be good, by which the keys of a rejected record are told apart; or empty
     * @return empty if anything was wrong, which is noted
     */
    <T extends Record> Optional<T> bind(Class<T> type, Optional<T> sound) {
        return record(type, "", tree.root(), sound).map(type::cast);
    }

    private Optional<?> record(Class<?> type, String key, JsonNode node, Optional<?> sound) {
        if (!(node instanceof ObjectNode map)) {
            return fault(key, Scalars.expected("a map with the keys " + names(type), node));
        }
        noteUnknown(type, key, map);
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Object> good = sound.map(instance -> Records.read(component, instance));
            Optional<?> bound = component(component, key, map, good);
            boolean left =
                    absent(map.get(component.getName())) && !component.getType().isPrimitive();
            whole &= left || bound.isPresent();
            // Where a value is unreadable, a sound one takes its place, so that the others are still judged.
            values.add(left ? null : (bound.isPresent() ? bound : good).orElse(null));
        }
        boolean judged = whole || sound.isPresent();
        Optional<?> made = judged ? made(type, key, values, sound) : Optional.empty();
        return whole ? made.filter(record -> complete(type, key, record)) : Optional.empty();
    }

    private Optional<?> component(RecordComponent component, String above, ObjectNode map, Optional<?> sound) {
        String key = LayeredTree.join(above, component.getName());
        JsonNode node = map.get(component.getName());
        if (!absent(node)) {
            return value(component.getGenericType(), key, node, sound);
        }
        if (component.getType().isPrimitive()) {
            problems.add(tree.origin(key), key, MISSING);
        }
        return Optional.empty();
    }

    /** Whether the constructor filled in what was left out; notes what it did not. */
    private boolean complete(Class<?> type, String above, Object made) {
        boolean complete = true;
        for (RecordComponent component : type.getRecordComponents()) {
            if (Records.read(component, made) == null) {
                String key = LayeredTree.join(above, component.getName());
                problems.add(tree.origin(key), key, MISSING);
                complete = false;
            }
        }
        return complete;
    }

    private static boolean absent(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    private Optional<?> value(Type type, String key, JsonNode node, Optional<?> sound) {
        Class<?> raw = raw(type);
        if (raw.isRecord()) {
            return record(raw, key, node, sound);
        }
        if (raw == List.class) {
            return list(argument(type, 0), key, node);
        }
        return raw == Map.class ? map(argument(type, 1), key, node) : scalar(raw, key, node);
    }

    private Optional<?> list(Type element, String key, JsonNode node) {
        if (!(node instanceof ArrayNode array)) {
            return fault(key, Scalars.expected("a list", node));
        }
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            value(element, "%s[%d]".formatted(key, i), array.get(i), Optional.empty())
                    .ifPresent(bound::add);
        }
        return bound.size() < array.size() ? Optional.empty() : Optional.of(bound);
    }

    private Optional<?> map(Type valueType, String key, JsonNode node) {
        if (!(node instanceof ObjectNode map)) {
            return fault(key, Scalars.expected("a map", node));
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> entries = map.fields(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            mapValue(valueType, LayeredTree.join(key, entry.getKey()), entry.getValue())
                    .ifPresent(value -> bound.put(entry.getKey(), value));
        }
        return bound.size() < map.size() ? Optional.empty() : Optional.of(bound);
    }

    /** Free settings are texts whatever they look like: {@code 4} is "4". */
    private Optional<?> mapValue(Type type, String key, JsonNode node) {
        boolean plain = type == String.class && node.isValueNode() && !node.isNull();
        return plain ? Optional.of(node.asText()) : value(type, key, node, Optional.empty());
    }

    private Optional<?> scalar(Class<?> type, String key, JsonNode node) {
        try {
            return Optional.of(Scalars.read(type, node));
        } catch (IllegalArgumentException wrong) {
            return fault(key, wrong);
        }
    }

    private Optional<?> made(Class<?> type, String key, List<Object> values, Optional<?> sound) {
        try {
            return Optional.of(Records.make(type, values));
        } catch (IllegalArgumentException rejected) {
            new Blame(tree, problems).note(type, key, values, sound, rejected);
            return Optional.empty();
        }
    }

    private void noteUnknown(Class<?> type, String above, ObjectNode map) {
        List<String> known = Records.names(type);
        map.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String key = LayeredTree.join(above, name);
                problems.add(tree.origin(key), key, "unknown key; " + meant(type, above, name));
            }
        });
    }

    /** A sibling's key, else the same key in another section, else all siblings. */
    private String meant(Class<?> type, String above, String name) {
        List<String> known = Records.names(type);
        Optional<String> meant = Nearest.to(name, known)
                .map(sibling -> LayeredTree.join(above, sibling))
                .or(() -> above.isEmpty() ? Records.keyNamed(name, type) : Optional.empty());
        return meant.map("did you mean '%s'?"::formatted).orElseGet(() -> "known here: " + names(type));
    }

    private Optional<?> fault(String key, IllegalArgumentException wrong) {
        problems.add(tree.origin(key), key, wrong.getMessage());
        return Optional.empty();
    }

    private static String names(Class<?> type) {
        return String.join(", ", Records.names(type));
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[index];
        }
        throw new IllegalStateException(
                "Cannot bind a configuration to %s: it does not say what it holds".formatted(Arrays.asList(type)));
    }
}
