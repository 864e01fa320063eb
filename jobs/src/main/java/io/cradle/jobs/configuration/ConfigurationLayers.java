package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gathers layers, the later over the earlier: {@code conf/defaults.yaml} and {@code conf/spark.yaml} first, then what
 * is added, in that order. Faults are kept until {@link #load()}, which says them all.
 */
public final class ConfigurationLayers {
    private static final String PIPELINES = "pipelines";

    private final ConfDirectory conf;
    private final Problems problems = new Problems();
    private final LayeredTree defaults = new LayeredTree();
    private final LayeredTree tree = new LayeredTree();

    /** Starts from the defaults of a directory. */
    public ConfigurationLayers(ConfDirectory conf) {
        this.conf = conf;
        for (String name : List.of("defaults.yaml", "spark.yaml")) {
            Path file = conf.root().resolve(name);
            read(file, defaults, new Problems());
            read(file, tree, problems);
        }
    }

    /** Adds {@code conf/profiles/NAME.yaml}; the name holds in any case. */
    public ConfigurationLayers profile(String name) {
        Optional<Path> file = conf.file("profiles", name);
        if (file.isEmpty()) {
            problems.add("--profile", name, "unknown profile; " + Nearest.hint(name, conf.names("profiles")));
        }
        file.ifPresent(found -> read(found, tree, problems));
        return this;
    }

    /**
     * Adds a file: a path, or the name of one below the configuration directory such as {@code models/wide.yaml}.
     */
    public ConfigurationLayers file(String path) {
        Path own = conf.root().resolve(path);
        Path given = Path.of(path);
        read(!Files.exists(given) && Files.exists(own) ? own : given, tree, problems);
        return this;
    }

    /**
     * Adds a pipeline: a path with or without {@code .yaml}, else the name of one below {@code conf/pipelines} in any
     * case.
     */
    public ConfigurationLayers pipeline(String name) {
        Optional<Path> file = Stream.of(name, name + ".yaml")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> conf.file(PIPELINES, name));
        if (file.isEmpty()) {
            problems.add(
                    "PIPELINE", name, "no such file, and no such name; " + Nearest.hint(name, conf.names(PIPELINES)));
        }
        file.ifPresent(found -> read(found, tree, problems));
        return this;
    }

    /** Adds one setting, {@code train.rounds=3} or {@code model.hidden=[64, 64]}. */
    public ConfigurationLayers set(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            problems.add("--set", setting, "no setting; write key=value, such as train.rounds=3");
            return this;
        }
        return set("--set", setting.substring(0, equals).strip(), setting.substring(equals + 1));
    }

    /**
     * Adds one setting that came from somewhere else.
     *
     * @param origin what to name in messages, such as {@code --episodes}
     * @param key dotted key
     * @param value as YAML
     */
    public ConfigurationLayers set(String origin, String key, String value) {
        try {
            tree.add(origin, nested(key, YamlText.value(value)));
        } catch (IllegalArgumentException broken) {
            problems.add(origin, key, "'%s' %s".formatted(value, broken.getMessage()));
        }
        return this;
    }

    /** As {@link #set(String, String, String)}, for a value that is a text whatever it looks like. */
    public ConfigurationLayers setText(String origin, String key, String text) {
        tree.add(origin, nested(key, JsonNodeFactory.instance.textNode(text)));
        return this;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException that says everything that is wrong, by file or option
     */
    public Configuration load() {
        Optional<CradleConfig> sound =
                new RecordBinder(defaults, new Problems()).bind(CradleConfig.class, Optional.empty());
        Optional<CradleConfig> values = new RecordBinder(tree, problems).bind(CradleConfig.class, sound);
        problems.throwIfAny();
        return new Configuration(values.orElseThrow());
    }

    private void read(Path file, LayeredTree into, Problems faults) {
        try {
            into.add(conf.called(file), YamlText.map(file));
        } catch (IllegalArgumentException unreadable) {
            faults.add(conf.called(file), "", unreadable.getMessage() + instead(file));
        }
    }

    /** What there is where somebody looked in vain for a file of the project's own, such as {@code models/nope.yaml}. */
    private String instead(Path file) {
        return Optional.ofNullable(file.getParent())
                .map(Path::getFileName) // a root has none
                .filter(kind -> !Files.exists(file))
                .map(kind -> conf.names(kind.toString()))
                .filter(names -> !names.isEmpty())
                .map(names -> "; '%s' has %s".formatted(file.getParent().getFileName(), String.join(", ", names)))
                .orElse("");
    }

    /** {@code a.b.c} to maps within maps; what follows the key of a free map, such as spark.extra, is one name. */
    static ObjectNode nested(String key, JsonNode value) {
        return nested(CradleConfig.class, key, value);
    }

    private static ObjectNode nested(Class<?> type, String key, JsonNode value) {
        int dot = type.isRecord() ? key.indexOf('.') : -1;
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        if (dot < 0) {
            map.set(key, value);
        } else {
            String first = key.substring(0, dot);
            map.set(first, nested(typeOf(type, first), key.substring(dot + 1), value));
        }
        return map;
    }

    private static Class<?> typeOf(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst()
                .orElse(Object.class);
    }
}
