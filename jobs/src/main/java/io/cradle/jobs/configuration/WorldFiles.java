package io.cradle.jobs.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Definitions of worlds by name, from {@code conf/worlds/NAME.yaml}. Names hold in any case.
 *
 * @param conf directory that has {@code worlds}
 */
public record WorldFiles(ConfDirectory conf) {
    private static final String KIND = "worlds";

    /** Names of all worlds, sorted. */
    public List<String> names() {
        return conf.names(KIND);
    }

    /**
     * The name as its file spells it.
     *
     * @throws IllegalArgumentException if there is no such world; the message lists those that there are
     */
    public String spelling(String name) {
        return names().stream().filter(name::equalsIgnoreCase).findFirst().orElseThrow(() -> unknown(name));
    }

    /**
     * Reads a world.
     *
     * @param type record that the file is bound to, key by key
     * @throws IllegalArgumentException if there is no such world, or with everything that is wrong with its file
     */
    public <T extends Record> T load(String name, Class<T> type) {
        Path file = conf.file(KIND, name).orElseThrow(() -> unknown(name));
        Problems problems = new Problems();
        Optional<T> world = bind(file, type, problems);
        problems.throwIfAny();
        return world.orElseThrow();
    }

    /** Where the file of a world lies, as it is called in messages. */
    public String place(String name) {
        return conf.file(KIND, name).map(conf::called).orElseThrow(() -> unknown(name));
    }

    /**
     * Reads another file of the directory, {@code conf/NAME.yaml}.
     *
     * @param type record that the file is bound to, key by key
     * @throws IllegalArgumentException with everything that is wrong with it
     */
    public <T extends Record> T beside(String name, Class<T> type) {
        Problems problems = new Problems();
        Optional<T> bound = bind(conf.root().resolve(name + ".yaml"), type, problems);
        problems.throwIfAny();
        return bound.orElseThrow();
    }

    private <T extends Record> Optional<T> bind(Path file, Class<T> type, Problems problems) {
        String origin = conf.called(file);
        try {
            LayeredTree tree = LayeredTree.of(origin, YamlText.map(file));
            return new RecordBinder(tree, problems).bind(type, Optional.empty());
        } catch (IllegalArgumentException unreadable) {
            problems.add(origin, "", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private IllegalArgumentException unknown(String name) {
        String near =
                Nearest.to(name, names()).map(" did you mean '%s'?"::formatted).orElse("");
        return new IllegalArgumentException("Cannot find world '%s':%s known worlds: %s; or write learned:CHECKPOINT"
                .formatted(name, near, String.join(", ", names())));
    }
}
