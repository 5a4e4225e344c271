package no.grenselos.store.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a record is taken apart and put together; found once a class. */
record RecordShape(List<Part> parts, Constructor<?> constructor) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return find(type);
        }
      };

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /**
   * One component.
   *
   * @param nullable by its JSpecify annotation
   */
  record Part(String name, Type type, boolean nullable, Method accessor) {
    private static Part of(RecordComponent part) {
      return new Part(
          part.getName(),
          part.getGenericType(),
          part.getAnnotatedType().isAnnotationPresent(Nullable.class),
          part.getAccessor());
    }

    @Nullable Object in(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot look into " + record.getClass(), e);
      }
    }
  }

  Object make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) throw refused;
      throw new IllegalArgumentException("cannot make " + constructor.getDeclaringClass(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make " + constructor.getDeclaringClass(), e);
    }
  }

  private static RecordShape find(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      List<Part> shape = Arrays.stream(parts).map(Part::of).toList();
      return new RecordShape(shape, type.getDeclaredConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("no record: " + type, e);
    }
  }
}
