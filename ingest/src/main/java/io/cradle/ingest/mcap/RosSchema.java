package io.cradle.ingest.mcap;

import io.cradle.ingest.mcap.RosType.Arity;
import io.cradle.ingest.mcap.RosType.Field;
import io.cradle.ingest.mcap.RosType.Primitive;
import io.cradle.ingest.mcap.RosType.Struct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a schema in {@code ros2msg}: a definition, and those that it needs, each after a line of {@code =} and
 * one that says {@code MSG: pkg/Name} (mcap.dev/spec/registry).
 */
final class RosSchema {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 1 << 28;
    private static final Pattern SEPARATOR = Pattern.compile("={10,}");
    private static final Pattern NAME = Pattern.compile("MSG:\\s*(\\S+)");
    private static final Pattern FIELD = Pattern.compile("(\\S+)\\s+([A-Za-z][A-Za-z0-9_]*)\\s*(=?).*");
    private static final Pattern TYPE =
            Pattern.compile("([A-Za-z][A-Za-z0-9_/]*)(?:<=\\d+)?(\\[(?:(\\d{1,9})|<=\\d+)?])?");

    private final Map<String, List<String>> definitions = new HashMap<>();
    private final Map<String, Struct> resolved = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private RosSchema(String root, String text) {
        List<String> lines = definitions.computeIfAbsent(root, name -> new ArrayList<>());
        boolean named = true;
        for (String line : text.lines().map(RosSchema::withoutComment).toList()) {
            Matcher name = NAME.matcher(line);
            if (SEPARATOR.matcher(line).matches()) {
                named = false;
            } else if (!named && name.matches()) {
                lines = new ArrayList<>();
                definitions.putIfAbsent(RosTypes.shortened(name.group(1)), lines);
                named = true;
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    /**
     * Reads it.
     *
     * @param root name of the first definition
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the topic
     */
    static Struct parse(String root, String text) {
        String name = RosTypes.shortened(root);
        return new RosSchema(name, text).struct(name);
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }

    private Struct struct(String name) {
        Struct known = resolved.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name) || open.size() > DEEPEST) {
            throw new IllegalArgumentException(
                    "its schema nests '%s' in itself, or deeper than %d; mend the schema".formatted(name, DEEPEST));
        }
        Struct struct = new Struct(name, fields(name));
        open.remove(name);
        resolved.put(name, struct);
        return struct;
    }

    private List<Field> fields(String name) {
        List<String> lines = definitions.get(name);
        List<Field> fields = new ArrayList<>();
        for (String line : lines == null ? RosTypes.wellKnown(name).lines().toList() : lines) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw malformed(name, line);
            }
            if (field.group(3).isEmpty()) {
                fields.add(field(name, field.group(1), field.group(2)));
            }
        }
        // ROS 2 gives a message without fields a byte
        return fields.isEmpty() ? List.of(new Field("", Primitive.UINT8, Arity.ONE, 1)) : fields;
    }

    private Field field(String owner, String type, String name) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw malformed(owner, type + " " + name);
        }
        RosType element = type(owner, parts.group(1));
        if (parts.group(2) == null) {
            return new Field(name, element, Arity.ONE, 1);
        }
        if (parts.group(3) == null) {
            return new Field(name, element, Arity.SEQUENCE, 1);
        }
        int count = Integer.parseInt(parts.group(3));
        if (count == 0 || count > MOST_ELEMENTS) {
            throw malformed(owner, type + " " + name);
        }
        return new Field(name, element, Arity.FIXED, count);
    }

    private RosType type(String owner, String name) {
        if (name.equals("wstring")) {
            throw new IllegalArgumentException(
                    "its schema has a wstring, of which writers differ; publish it as string");
        }
        return Primitive.named(name).map(RosType.class::cast).orElseGet(() -> struct(qualified(owner, name)));
    }

    private String qualified(String owner, String name) {
        if (name.contains("/")) {
            return RosTypes.shortened(name);
        }
        int slash = owner.lastIndexOf('/');
        String sibling = owner.substring(0, slash + 1) + name;
        return name.equals("Header") && !definitions.containsKey(sibling) ? "std_msgs/Header" : sibling;
    }

    private static IllegalArgumentException malformed(String name, String line) {
        return new IllegalArgumentException(
                "its schema has the line '%s' in '%s', which is not 'type name'; mend the schema"
                        .formatted(line.length() > 80 ? line.substring(0, 80) + "…" : line, name));
    }
}
