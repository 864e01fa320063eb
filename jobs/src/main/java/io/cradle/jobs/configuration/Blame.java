package io.cradle.jobs.configuration;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds which keys a record was rejected for. A constructor throws at the first bad value and may name several; so each
 * value is tried alone amid values that are known to be good, and every one that is rejected is noted.
 */
final class Blame {
    private static final Pattern OPENING = Pattern.compile("^Invalid [^:]*: ");

    private final LayeredTree tree;
    private final Problems problems;

    Blame(LayeredTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Notes what the record was rejected for: single keys if they can be told, else the record. */
    void note(Class<?> type, String key, List<Object> values, Optional<?> sound, IllegalArgumentException rejected) {
        long before = sound.map(good -> noteEach(type, key, values, good)).orElse(0L);
        if (before == 0) {
            noteTogether(type, key, rejected.getMessage());
        }
    }

    private long noteEach(Class<?> type, String key, List<Object> values, Object sound) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> good = new ArrayList<>();
        for (RecordComponent component : components) {
            good.add(Records.read(component, sound));
        }
        long blamed = 0;
        for (int i = 0; i < components.length; i++) {
            if (!Objects.equals(good.get(i), values.get(i)) && noteIfRejected(type, key, values, good, i)) {
                blamed++;
            }
        }
        return blamed;
    }

    private boolean noteIfRejected(Class<?> type, String above, List<Object> values, List<Object> good, int index) {
        List<Object> trial = new ArrayList<>(good);
        trial.set(index, values.get(index));
        try {
            Records.make(type, trial);
            return false;
        } catch (IllegalArgumentException rejected) {
            String key = LayeredTree.join(above, Records.names(type).get(index));
            problems.add(tree.origin(key), key, values.get(index) + " is rejected: " + cause(rejected.getMessage()));
            return true;
        }
    }

    private void noteTogether(Class<?> type, String above, String message) {
        List<String> named = Records.names(type).stream()
                .filter(name -> message.contains(name + "="))
                .toList();
        String key = named.size() == 1 ? LayeredTree.join(above, named.get(0)) : above;
        problems.add(tree.origin(key), key, message);
    }

    private static String cause(String message) {
        return OPENING.matcher(message).replaceFirst("");
    }
}
