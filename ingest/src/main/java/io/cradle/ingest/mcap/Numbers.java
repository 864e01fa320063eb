package io.cradle.ingest.mcap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the numbers of one message by name. The first message that has any decides which names there are, and their
 * order; another order is put right, other names don't fit.
 */
final class Numbers {
    /** Most numbers of a message. */
    static final int MOST = 4096;

    private static final int LONGEST_NAME = 1000;

    private final Naming naming;
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder joined = new StringBuilder();
    private final List<String> joints = new ArrayList<>();
    private final Set<String> differing = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet seen = new BitSet();
    private float[] row = new float[16];
    private boolean fixed;
    private boolean strange;
    private int next;
    private int element;
    private int silent;

    Numbers(Naming naming) {
        this.naming = naming;
    }

    /** How numbers are called. */
    enum Naming {
        /** By where they stand: {@code pose.position.x}, {@code data[3]}. */
        PATHS,
        /** By the joint that they are of: {@code shoulder.position}. */
        JOINTS
    }

    /** Begins a message. */
    void begin() {
        path.setLength(0);
        joints.clear();
        differing.clear();
        seen.clear();
        strange = false;
        next = 0;
        silent = 0;
    }

    /** Goes into a field; {@link #leave} with what is returned goes out of it. */
    int enter(String field) {
        int mark = path.length();
        if (mark + field.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name in it is longer than %d letters".formatted(LONGEST_NAME));
        }
        path.append(mark > 0 ? "." : "").append(field);
        return mark;
    }

    /** Goes into an element of an array. */
    int enter(int index) {
        int mark = path.length();
        path.append('[').append(index).append(']');
        element = index;
        return mark;
    }

    /** Goes out again. */
    void leave(int mark) {
        path.setLength(mark);
    }

    /** What comes up to {@link #speak} is no number of interest, such as a stamp. */
    void hush() {
        silent++;
    }

    /** Ends {@link #hush}. */
    void speak() {
        silent--;
    }

    /** A number at the present place. */
    void add(double value) {
        if (silent > 0) {
            return;
        }
        CharSequence name = name();
        int place = fixed && next < names.size() && names.get(next).contentEquals(name) ? next : place(name.toString());
        if (place < 0) {
            strange = true;
            return;
        }
        row[place] = (float) value;
        seen.set(place);
        next = place + 1;
    }

    /** None at the present place, where other messages may have a number. */
    void addNone() {
        if (fixed && places.containsKey(name().toString())) {
            add(Double.NaN);
        }
    }

    /** A text at the present place: the name of a joint perhaps. */
    void text(String text) {
        if (naming == Naming.JOINTS && path.indexOf("name[") == 0 && joints.size() < MOST) {
            if (text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("a joint's name is longer than %d letters".formatted(LONGEST_NAME));
            }
            joints.add(text);
            differing.add(text);
        }
    }

    /** Whether the message has the numbers that the first one had; keeps the names of the first one. */
    boolean fits() {
        fixed = fixed || !names.isEmpty();
        return !names.isEmpty() && !strange && seen.cardinality() == names.size();
    }

    /** Whether names are known. */
    boolean isFixed() {
        return fixed;
    }

    /** Forgets the names that a message brought which broke off. */
    void breakOff() {
        if (!fixed) {
            names.clear();
            places.clear();
        }
    }

    /** Names of all, in order. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** How many there were in this message. */
    int count() {
        return seen.cardinality();
    }

    /** A copy of the message's numbers, in order of {@link #names}. */
    float[] row() {
        return Arrays.copyOf(row, names.size());
    }

    private int place(String name) {
        Integer place = places.get(name);
        if (place != null || fixed) {
            return place == null ? -1 : place;
        }
        if (names.size() == MOST) {
            throw new TooManyNumbersException();
        }
        places.put(name, names.size());
        names.add(name);
        row = names.size() > row.length ? Arrays.copyOf(row, 2 * row.length) : row;
        return names.size() - 1;
    }

    private CharSequence name() {
        if (path.length() == 0) {
            return "value";
        }
        int bracket = path.indexOf("[");
        if (bracket < 0 || element >= joints.size() || differing.size() < joints.size()) {
            return path;
        }
        joined.setLength(0);
        return joined.append(joints.get(element)).append('.').append(path, 0, bracket);
    }
}
