package io.cradle.jobs.configuration;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the project's own YAML lies: {@code defaults.yaml}, {@code spark.yaml}, and by kind {@code worlds},
 * {@code profiles}, {@code models}. A directory, or the copy inside the jar.
 *
 * @param root the directory
 */
public record ConfDirectory(Path root) {
    private static final String IN_JAR = "cradle-conf";
    private static final String ENDING = ".yaml";

    public ConfDirectory {
        if (!Files.isRegularFile(root.resolve("defaults.yaml"))) {
            throw new IllegalArgumentException(
                    "Cannot read configuration directory '%s': it has no defaults.yaml; start with bin/cradle, or set CRADLE_CONF to the project's conf directory"
                            .formatted(root));
        }
    }

    /** The copy that was packaged with the classes, if there is one. */
    public static Optional<ConfDirectory> packaged() {
        URL defaults = ConfDirectory.class.getClassLoader().getResource(IN_JAR + "/defaults.yaml");
        return Optional.ofNullable(defaults)
                .map(url -> new ConfDirectory(path(url).getParent()));
    }

    private static Path path(URL url) {
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                return opened(uri).getPath("/" + IN_JAR + "/defaults.yaml");
            }
            return Path.of(uri);
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot read configuration '%s': %s".formatted(url, unreadable), unreadable);
        }
    }

    /** The jar's file system stays open: it is the process's own jar. */
    private static FileSystem opened(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            return FileSystems.getFileSystem(uri);
        }
    }

    /** Names of the files of a kind, sorted, without their ending. */
    List<String> names(String kind) {
        Path directory = root.resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot list configuration directory '%s': %s".formatted(directory, unreadable), unreadable);
        }
    }

    /** The file of a kind whose name this is, in any case. */
    Optional<Path> file(String kind, String name) {
        return names(kind).stream().filter(name::equalsIgnoreCase).findFirst().map(known -> root.resolve(kind)
                .resolve(known + ENDING));
    }

    /** A file as it is called in messages: below a directory {@code conf} without what leads there, else as given. */
    String called(Path file) {
        boolean usual = file.startsWith(root) && root.toString().matches("(.*/)?conf");
        return usual ? "conf/" + root.relativize(file) : file.toString();
    }
}
