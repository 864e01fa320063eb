package io.cradle.rollout.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Records with one value replaced, deep inside. A path is the keys of a world's file joined by dots; elements of a list
 * are called by their name, else by their index from 0: {@code objects.object0.material.density},
 * {@code objects.object0.shapes.0.size.1}.
 */
final class Patch {
    private Patch() {}

    /**
     * The same record but for one value.
     *
     * @param value a number, or the text of a number or of an enum's constant
     * @throws IllegalArgumentException if there is no such path, or the record refuses the value
     */
    static <R extends Record> R apply(R whole, String path, Object value) {
        try {
            @SuppressWarnings("unchecked")
            R patched = (R) replaced(whole, whole.getClass(), List.of(path.split("\\.")), value);
            return patched;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "Invalid value %s of '%s': %s".formatted(value, path, wrong.getMessage()), wrong);
        }
    }

    private static Object replaced(Object node, Class<?> type, List<String> path, Object value) {
        if (path.isEmpty()) {
            return converted(type, value);
        }
        if (node instanceof Record record) {
            return component(record, path, value);
        }
        if (node instanceof List<?> list) {
            return element(list, path, value);
        }
        throw new IllegalArgumentException("there is nothing below it called '%s'".formatted(path.get(0)));
    }

    private static Object component(Record record, List<String> path, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        int index = found(names.indexOf(path.get(0)), path.get(0), names);
        Object[] values =
                Arrays.stream(components).map(each -> read(each, record)).toArray();
        values[index] = replaced(values[index], components[index].getType(), rest(path), value);
        return made(record.getClass(), components, values);
    }

    private static Object element(List<?> list, List<String> path, Object value) {
        List<String> names = IntStream.range(0, list.size())
                .mapToObj(i -> nameOf(list.get(i), i))
                .toList();
        int index = found(names.indexOf(path.get(0)), path.get(0), names);
        List<Object> values = new ArrayList<>(list);
        values.set(index, replaced(list.get(index), list.get(index).getClass(), rest(path), value));
        return values;
    }

    private static int found(int index, String name, List<String> names) {
        if (index < 0) {
            throw new IllegalArgumentException(
                    "there is no '%s' among %s; call it by one of these".formatted(name, names));
        }
        return index;
    }

    private static String nameOf(Object element, int index) {
        if (element instanceof LimbDefinition limb) {
            return limb.body().name();
        }
        if (element instanceof Record record) {
            return Arrays.stream(record.getClass().getRecordComponents())
                    .filter(component -> component.getName().equals("name"))
                    .map(component -> (String) read(component, record))
                    .findFirst()
                    .orElse(Integer.toString(index));
        }
        return Integer.toString(index);
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }

    private static Object converted(Class<?> type, Object value) {
        String text = value.toString();
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == int.class && !(value instanceof Double)) {
            return Integer.valueOf(text);
        }
        if (type.isEnum() && !(value instanceof Double)) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("it is one of " + Arrays.toString(type.getEnumConstants())));
        }
        throw new IllegalArgumentException(
                type == int.class
                        ? "only real numbers are drawn, and this is a whole one"
                        : "it is not a single number or word; name what is below it");
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Cannot read component %s".formatted(component), hidden);
        }
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                throw reason;
            }
            throw new IllegalStateException("Cannot make a %s".formatted(type), refused);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Cannot make a %s".formatted(type), hidden);
        }
    }
}
