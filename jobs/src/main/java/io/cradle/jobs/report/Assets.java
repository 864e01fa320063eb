package io.cradle.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What every page carries inside it.
 *
 * @param styles CSS
 * @param library uPlot
 * @param script that draws
 * @param policy content security policy: these two scripts, and nothing from elsewhere
 * @param charts what is drawn, JSON that can't end its script element
 */
record Assets(String styles, String library, String script, String policy, String charts) {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The assets of a page with these charts. */
    static Assets of(List<Chart> charts) {
        return of("charts.js", charts);
    }

    /**
     * The assets of a page with a script of its own.
     *
     * @param name of the script, a file of this package
     * @param data that it reads
     */
    static Assets of(String name, List<?> data) {
        String library = resource(UPLOT + "uPlot.iife.min.js").strip();
        String script = resource(name).strip();
        return new Assets(
                resource(UPLOT + "uPlot.min.css") + resource("page.css"),
                library,
                script,
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '%s' '%s'"
                        .formatted(digest(library), digest(script)),
                json(data));
    }

    /**
     * Fills a template, escaping every text.
     *
     * @param template name of a {@code .mustache} file of this package
     */
    static String fill(String template, Object view) {
        return fill(template, view, Escapers.HTML);
    }

    /** As {@link #fill(String, Object)}, escaping texts for another kind of file. */
    static String fill(String template, Object view, Mustache.Escaper escaper) {
        return Mustache.compiler()
                .withEscaper(escaper)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource(template + ".mustache"))
                .execute(view);
    }

    private static String json(List<?> data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write the data of a page as JSON", e);
        }
    }

    private static String digest(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Cannot find resource '%s': it isn't in the jar; build it again".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource '%s'".formatted(name), e);
        }
    }
}
