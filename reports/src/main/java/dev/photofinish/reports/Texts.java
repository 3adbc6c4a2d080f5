package dev.photofinish.reports;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All texts of a report at once, however deep inside: so that what must not be seen is seen in none of the forms in which it is
 * written, whoever has put it there. Works on records, lists, maps and optionals of such. Pure.
 */
public final class Texts {

    private final UnaryOperator<String> change;

    private Texts(UnaryOperator<String> change) {
        this.change = change;
    }

    /** The same report with each of its texts changed. */
    public static <R extends Record> R in(R report, UnaryOperator<String> change) {
        return new Texts(change).record(report);
    }

    private Object any(Object value) {
        return switch (value) {
            case String text -> change.apply(text);
            case Record record -> record(record);
            case List<?> list -> list.stream().map(this::any).toList();
            case Optional<?> optional -> optional.map(this::any);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> changed.put(any(key), any(value)));
        return changed;
    }

    private <R extends Record> R record(R record) {
        @SuppressWarnings("unchecked") // a record's class is the record's
        Class<R> type = (Class<R>) record.getClass();
        RecordComponent[] components = type.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int place = 0; place < components.length; place++) {
                values[place] = any(components[place].getAccessor().invoke(record));
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException
                | IllegalAccessException
                | InstantiationException
                | NoSuchMethodException e) {
            throw new IllegalStateException("A report's records are public, and so are their parts.", e);
        }
    }
}
