package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sections of a configuration as single settings, so that two configurations can be told apart key by key. */
public final class Settings {
    private Settings() {}

    /**
     * Every dotted key of some sections with its value.
     *
     * @param yaml a configuration, of whatever version of the program: its keys are taken as they are
     * @param sections names of those that count; one that isn't there has no keys
     * @return values as JSON, such as {@code 10} or {@code ["motion","travel"]}
     * @throws IllegalArgumentException if the text is no YAML
     */
    public static SortedMap<String, String> of(String yaml, List<String> sections) {
        SortedMap<String, String> settings = new TreeMap<>();
        ObjectNode root = YamlText.map(yaml);
        sections.stream().filter(root::has).forEach(section -> put(section, root.get(section), settings));
        return settings;
    }

    private static void put(String key, JsonNode node, SortedMap<String, String> settings) {
        if (node instanceof ObjectNode map && !map.isEmpty()) {
            map.fields().forEachRemaining(entry -> put(key + "." + entry.getKey(), entry.getValue(), settings));
        } else {
            settings.put(key, node.toString());
        }
    }
}
