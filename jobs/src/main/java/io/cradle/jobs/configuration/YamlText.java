package io.cradle.jobs.configuration;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML in and out. Files come from strangers: size and depth are bounded, a key given twice is an error, tags make no
 * objects, and an alias is refused.
 */
final class YamlText {
    /** Largest file that is read, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 32;

    private static final YAMLMapper MAPPER = mapper();

    private YamlText() {}

    private static YAMLMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(options)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        return YAMLMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .build();
    }

    /** The value as text whose keys stand in the order of the record's components. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "Cannot write the configuration: " + unwritable.getMessage(), unwritable);
        }
    }

    /** What a single value such as {@code 3} or {@code [256, 256]} says. */
    static JsonNode value(String text) {
        try {
            checkDepth(text);
            try (JsonParser parser = parser(text)) {
                JsonNode tree = MAPPER.reader().readTree(parser);
                return tree == null ? MissingNode.getInstance() : tree;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(firstLine(broken), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonParser parser(String text) throws IOException {
        return new PlainYaml((YAMLParser) MAPPER.createParser(text));
    }

    /** Trees are copied and printed by recursion, so a deep one would end the stack; Jackson 2.15 bounds only JSON. */
    private static void checkDepth(String text) throws IOException {
        try (JsonParser parser = parser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new IllegalArgumentException("is nested deeper than %d levels".formatted(DEEPEST));
                }
            }
        }
    }

    /** A file's map of keys; a file without any is an empty map. */
    static ObjectNode map(Path file) {
        return map(value(text(file)));
    }

    private static ObjectNode map(JsonNode tree) {
        if (tree.isMissingNode() || tree.isNull()) {
            return MAPPER.createObjectNode();
        }
        if (tree instanceof ObjectNode map) {
            return map;
        }
        throw new IllegalArgumentException("holds no map of keys; write 'key: value' lines");
    }

    /** The map of keys that a text is. */
    static ObjectNode map(String text) {
        return map(value(text));
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("is a directory; name a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "is larger than %d bytes; a configuration is short".formatted(MOST_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            throw new IllegalArgumentException("there is no such file", absent);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot be read: " + unreadable, unreadable);
        }
    }

    private static String firstLine(JsonProcessingException broken) {
        String where = broken.getLocation() == null
                ? ""
                : " (line %d)".formatted(broken.getLocation().getLineNr());
        if (broken.getOriginalMessage().contains("FAIL_ON_TRAILING_TOKENS")) {
            return "holds a second document%s; keep one in a file".formatted(where);
        }
        String said = broken.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("in ") && !line.contains("^"))
                .limit(2) // what was being read, and what stood in the way
                .collect(Collectors.joining(": "));
        return "is not YAML: " + said + where;
    }
}
