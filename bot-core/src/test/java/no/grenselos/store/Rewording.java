package no.grenselos.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes every text within a record, however deep: what JSON does for a real store. */
record Rewording(UnaryOperator<String> change) {
  <T> T of(T value) {
    @SuppressWarnings("unchecked") // the same type comes back
    T changed = (T) any(value);
    return changed;
  }

  private Object any(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> change.apply(text);
      case Record row -> row(row);
      case List<?> list -> new ArrayList<>(list.stream().map(this::any).toList());
      case Map<?, ?> map -> map(map);
      default -> value;
    };
  }

  private Map<Object, Object> map(Map<?, ?> map) {
    Map<Object, Object> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, any(value)));
    return changed;
  }

  private Object row(Record row) {
    RecordComponent[] parts = row.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i].getAccessor().setAccessible(true);
        values[i] = any(parts[i].getAccessor().invoke(row));
      }
      Constructor<?> constructor = row.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(row.getClass() + " cannot be made anew", e);
    }
  }
}
