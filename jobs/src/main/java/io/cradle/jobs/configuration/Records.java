package io.cradle.jobs.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Records seen from outside: their components' names and values, and how to make one. */
final class Records {
    private Records() {}

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** The dotted key of a component of some section whose name is this one, case aside. */
    static Optional<String> keyNamed(String name, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(section -> section.getType().isRecord())
                .flatMap(section -> names(section.getType()).stream()
                        .filter(name::equalsIgnoreCase)
                        .map(key -> section.getName() + "." + key))
                .findFirst();
    }

    static Object read(RecordComponent component, Object whole) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Cannot read component %s".formatted(component), hidden);
        }
    }

    /**
     * Calls the canonical constructor.
     *
     * @param values of the components; null where a key was left out
     * @throws IllegalArgumentException if the constructor rejects the values
     */
    static Object make(Class<?> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException rejected) {
                throw rejected;
            }
            if (thrown.getCause() instanceof NullPointerException) {
                throw new IllegalArgumentException(missing(type, values), thrown.getCause());
            }
            throw new IllegalStateException("Cannot make a %s of %s".formatted(type, values), thrown.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Cannot make a %s".formatted(type), hidden);
        }
    }

    private static String missing(Class<?> type, List<Object> values) {
        List<String> missing = IntStream.range(0, values.size())
                .filter(i -> values.get(i) == null)
                .mapToObj(names(type)::get)
                .toList();
        return "missing %s; give each a value".formatted(String.join(", ", missing));
    }
}
