package io.cradle.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which code runs; Maven writes it into a resource. */
public final class CodeVersion {
    private CodeVersion() {}

    /** Such as {@code cradle 0.1.0+2d5b1bd28aeb}, or without the commit where it was built outside of git. */
    public static String text() {
        try (InputStream in = CodeVersion.class.getResourceAsStream("/cradle-version.txt")) {
            return text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param written the version, and on the next line the commit; whatever is none means that it is unknown */
    static String text(String written) {
        List<String> lines = written.lines().toList();
        String commit = lines.size() > 1 && lines.get(1).matches("[0-9a-f]{7,40}(-dirty)?") ? "+" + lines.get(1) : "";
        return "cradle " + lines.get(0) + commit;
    }
}
