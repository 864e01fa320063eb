package io.cradle.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The project's version, which Maven writes into a resource. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("/cradle-version.txt")) {
            return new String[] {"cradle " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
        }
    }
}
