package io.cradle.jobs.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put what the integration tests need; {@code jobs/pom.xml} hands these to them as system properties. */
final class PackagedJar {
    private PackagedJar() {}

    /** The application with all that Spark doesn't bring, as users submit it. */
    static Path path() {
        return existing("cradle.jar");
    }

    /** The file with the class path of Spark alone. */
    static Path sparkRuntime() {
        return existing("cradle.spark.runtime");
    }

    private static Path existing(String property) {
        String value = System.getProperty(property);
        if (value == null || !Files.exists(Path.of(value))) {
            throw new IllegalStateException(
                    "Cannot find the file '%s' of system property '%s'; run 'mvn verify' without -Dshade.skip"
                            .formatted(value, property));
        }
        return Path.of(value);
    }
}
