package io.cradle.rollout.box2d;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Copies the engine's objects, whatever hangs together, into objects of this copy of the engine. They may come from
 * another copy of it: classes and constants are matched by name. What isn't the engine's own (texts, numbers, maps) is
 * taken over as it is. Not thread-safe; what it copies may be read by others at the same time.
 */
final class Copier {
    private static final String ENGINE = "org.jbox2d.";

    private final Map<Class<?>, CopyPlan> plans = new HashMap<>();

    /** One act of copying: each object once. */
    final class Copying {
        private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
        private final Deque<Object> unfilled = new ArrayDeque<>();

        /** Has something take the place of an object, and of all that hangs on it alone. */
        Copying replace(Object original, Object replacement) {
            copies.put(original, replacement);
            return this;
        }

        /** The copy of an object, with everything that it leads to. */
        <T> T of(Object original, Class<T> type) {
            Object copy = reference(original);
            while (!unfilled.isEmpty()) {
                fill(unfilled.pop());
            }
            return type.cast(copy);
        }

        /** The copy, perhaps not filled yet: a worklist, since lists of contacts are longer than a stack is deep. */
        private Object reference(Object original) {
            if (original == null) {
                return null;
            }
            Object known = copies.get(original);
            if (known != null) {
                return known;
            }
            Object copy = blank(original);
            if (copy != original) {
                copies.put(original, copy);
                unfilled.push(original);
            }
            return copy;
        }

        private void fill(Object original) {
            Object copy = copies.get(original);
            if (original instanceof Object[] elements) {
                for (int i = 0; i < elements.length; i++) {
                    ((Object[]) copy)[i] = reference(elements[i]);
                }
            } else if (original.getClass().isArray()) {
                System.arraycopy(original, 0, copy, 0, Array.getLength(original));
            } else {
                fill(plan(original.getClass()), original, copy);
            }
        }

        private void fill(CopyPlan plan, Object original, Object copy) {
            plan.copyNumbers(original, copy);
            for (int i = 0; i < plan.references(); i++) {
                plan.set(i, copy, reference(plan.read(i, original)));
            }
        }
    }

    /** Begins to copy. */
    Copying begin() {
        return new Copying();
    }

    /** An object of the same kind with nothing in it; the object itself if it is none of the engine's. */
    private Object blank(Object original) {
        Class<?> type = original.getClass();
        if (type.isArray()) {
            return Array.newInstance(here(type.getComponentType()), Array.getLength(original));
        }
        if (!type.getName().startsWith(ENGINE)) {
            return original;
        }
        return original instanceof Enum<?> constant
                ? constant(here(type), constant.name())
                : plan(type).blank();
    }

    private CopyPlan plan(Class<?> type) {
        CopyPlan plan = plans.get(type);
        if (plan == null) {
            plan = new CopyPlan(type, here(type));
            plans.put(type, plan);
        }
        return plan;
    }

    private static Object constant(Class<?> type, String name) {
        try {
            Field field = type.getField(name);
            return field.get(null);
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException("Cannot find constant %s of %s".formatted(name, type), gone);
        }
    }

    /** The class of this name in this copy of the engine. */
    private static Class<?> here(Class<?> type) {
        if (type.isArray()) {
            return here(type.getComponentType()).arrayType();
        }
        if (!type.getName().startsWith(ENGINE)) {
            return type;
        }
        try {
            return Class.forName(type.getName(), false, Copier.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("Cannot find the engine's %s".formatted(type), gone);
        }
    }
}
