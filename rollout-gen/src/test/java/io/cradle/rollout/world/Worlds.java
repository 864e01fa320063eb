package io.cradle.rollout.world;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The worlds in {@code conf/worlds}, bound as the command line binds them. */
public final class Worlds {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** As boxLCD has it. */
    public static final WorldDefinition BOUNCE = named("bounce").in("boxlcd");

    /** As boxLCD has it. */
    public static final WorldDefinition URCHIN = named("urchin").in("boxlcd");

    private Worlds() {}

    /** Text of a world's file. */
    public static String text(String name) {
        try {
            return Files.readString(Path.of("..", "conf", "worlds", name + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Text of the file of Bounce. */
    public static String bounce() {
        return text("bounce");
    }

    public static WorldDefinition parse(String yaml) {
        try {
            return MAPPER.readValue(yaml, WorldDefinition.class);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    /** The world of a file, by its name without ending. */
    public static WorldDefinition named(String name) {
        return parse(text(name));
    }
}
