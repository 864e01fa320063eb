package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.jobs.sweep.Range;
import io.cradle.jobs.sweep.SweepPlan;
import io.cradle.jobs.sweep.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A sweep as it is typed: keys with lists or ranges, as YAML. */
public final class SweepText {
    private static final Set<String> RANGE = Set.of("from", "to", "log", "whole");

    private SweepText() {}

    /** {@code key=[a, b]} to the values of each key, as YAML. */
    public static SortedMap<String, List<String>> grid(List<String> typed) {
        return parsed("--grid", typed, value -> {
            if (!(value instanceof ArrayNode list)) {
                throw new IllegalArgumentException("is no list; write key=[a, b]");
            }
            List<String> values = new ArrayList<>();
            list.forEach(each -> values.add(each.toString())); // JSON is YAML
            return values;
        });
    }

    /** {@code key={from: a, to: b, log: true}} to the range of each key. */
    public static SortedMap<String, Range> random(List<String> typed) {
        return parsed("--random", typed, value -> {
            if (!(value instanceof ObjectNode map)
                    || !RANGE.containsAll(fields(map))
                    || !map.path("from").isNumber()
                    || !map.path("to").isNumber()) {
                throw new IllegalArgumentException("is no range; write 'key={from: 0.001, to: 0.01, log: true}'");
            }
            return new Range(
                    map.get("from").asDouble(),
                    map.get("to").asDouble(),
                    map.path("log").asBoolean(),
                    map.path("whole").asBoolean());
        });
    }

    private static List<String> fields(ObjectNode map) {
        List<String> fields = new ArrayList<>();
        map.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static <T> SortedMap<String, T> parsed(String option, List<String> typed, Function<JsonNode, T> parser) {
        SortedMap<String, T> parsed = new TreeMap<>();
        for (String each : typed) {
            int equals = each.indexOf('=');
            try {
                T value = parser.apply(YamlText.value(each.substring(Math.max(0, equals) + 1)));
                if (equals < 1 || parsed.put(each.substring(0, equals).strip(), value) != null) {
                    throw new IllegalArgumentException("has no key, or one that was given before");
                }
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException(
                        "Invalid %s '%s': %s".formatted(option, each, broken.getMessage()), broken);
            }
        }
        return parsed;
    }

    /**
     * Refuses a plan whose trials cannot be trained or compared, before time is spent.
     *
     * @param atOnce trainings side by side
     * @return the plan
     */
    public static SweepPlan requireSound(SweepPlan plan, Configuration configuration, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("Invalid --at-once=%d: must be at least 1".formatted(atOnce));
        }
        for (Trial trial : plan.trials()) {
            Configuration own = configuration.with(trial.settings());
            if (own.values().train().watch().rounds() < 1) {
                throw new IllegalArgumentException(
                        "Cannot sweep with train.watch.rounds=0: trainings are ranked by their bits on VAL; set it to 1 or more");
            }
        }
        return plan;
    }
}
