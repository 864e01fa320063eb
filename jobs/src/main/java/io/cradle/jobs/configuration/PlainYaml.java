package io.cradle.jobs.configuration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * YAML as Jackson reads it, but for two things: {@code .inf} and {@code .nan} are numbers, as YAML has it, and an alias
 * ({@code *name}) is refused, which Jackson takes for a text of that name.
 */
final class PlainYaml extends JsonParserDelegate {
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|nan)", Pattern.CASE_INSENSITIVE);

    private final YAMLParser yaml;

    PlainYaml(YAMLParser yaml) {
        super(yaml);
        this.yaml = yaml;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.VALUE_STRING && yaml.isCurrentAlias()) {
            throw new IllegalArgumentException(
                    "holds the alias '*%s' (line %d): aliases are not read; write out what it stands for"
                            .formatted(getText(), currentLocation().getLineNr()));
        }
        return token;
    }

    @Override
    public JsonParser.NumberType getNumberType() throws IOException {
        return notFinite() ? JsonParser.NumberType.DOUBLE : super.getNumberType();
    }

    @Override
    public double getDoubleValue() throws IOException {
        return notFinite() ? number(getText().toLowerCase(Locale.ROOT)) : super.getDoubleValue();
    }

    private boolean notFinite() throws IOException {
        return currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                && NOT_FINITE.matcher(getText()).matches();
    }

    private static double number(String text) {
        if (text.endsWith("nan")) {
            return Double.NaN;
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
