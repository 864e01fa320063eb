package io.cradle.rollout.box2d;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.objenesis.ObjenesisStd;
import org.objenesis.instantiator.ObjectInstantiator;

/** How objects of one class are copied into objects of another, which has the same fields. */
final class CopyPlan {
    private final ObjectInstantiator<?> instantiator;
    private final List<Twin> numbers = new ArrayList<>();
    private final List<Twin> references = new ArrayList<>();

    /**
     * A field of both classes.
     *
     * @param kind its type, if primitive
     */
    private record Twin(Field from, Field to, Class<?> kind) {}

    CopyPlan(Class<?> from, Class<?> to) {
        // Without a cache: Objenesis keys it by name, and each copy of the engine has a class of that name.
        instantiator = new ObjenesisStd(false).getInstantiatorOf(to);
        Class<?> target = to;
        for (Class<?> level = from; level != Object.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                add(field, target);
            }
            target = target.getSuperclass();
        }
    }

    private void add(Field field, Class<?> target) {
        if (Modifier.isStatic(field.getModifiers())) {
            return;
        }
        try {
            Field twin = target.getDeclaredField(field.getName());
            field.setAccessible(true);
            twin.setAccessible(true);
            (field.getType().isPrimitive() ? numbers : references).add(new Twin(field, twin, field.getType()));
        } catch (NoSuchFieldException other) {
            throw new IllegalStateException("Cannot copy %s: %s has no such field".formatted(field, target), other);
        }
    }

    /** An object of which no constructor was called. */
    Object blank() {
        return instantiator.newInstance();
    }

    int references() {
        return references.size();
    }

    Object read(int reference, Object original) {
        try {
            return references.get(reference).from().get(original);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    void set(int reference, Object copy, Object value) {
        try {
            references.get(reference).to().set(copy, value);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    void copyNumbers(Object original, Object copy) {
        try {
            for (int i = 0; i < numbers.size(); i++) {
                copy(numbers.get(i), original, copy);
            }
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Typed for the kinds that the engine is full of: boxing them would double the cost. */
    private static void copy(Twin twin, Object original, Object copy) throws IllegalAccessException {
        if (twin.kind() == float.class) {
            twin.to().setFloat(copy, twin.from().getFloat(original));
        } else if (twin.kind() == int.class) {
            twin.to().setInt(copy, twin.from().getInt(original));
        } else if (twin.kind() == boolean.class) {
            twin.to().setBoolean(copy, twin.from().getBoolean(original));
        } else {
            twin.to().set(copy, twin.from().get(original));
        }
    }
}
