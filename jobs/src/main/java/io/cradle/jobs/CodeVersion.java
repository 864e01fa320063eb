package io.cradle.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which code runs; Maven writes it into a resource. */
public final class CodeVersion {
    private CodeVersion() {}

    /** Such as {@code cradle 0.1.0}. */
    public static String text() {
        try (InputStream in = CodeVersion.class.getResourceAsStream("/cradle-version.txt")) {
            return "cradle " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
