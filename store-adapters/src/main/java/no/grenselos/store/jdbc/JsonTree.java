package no.grenselos.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values to JSON trees and back, by their declared types: records, sealed interfaces of records
 * (the record's simple name under {@value #KIND}), lists, sets, maps from text, optionals, enums
 * and a few values that have a text form. Anything else is refused.
 */
final class JsonTree {
  /** Names the record where the declared type is an interface. */
  private static final String KIND = "type";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<Class<?>, Function<String, Object>> TEXTS =
      Map.of(
          String.class, text -> text,
          Instant.class, Instant::parse,
          Duration.class, Duration::parse,
          LocalDate.class, LocalDate::parse,
          LocalTime.class, LocalTime::parse,
          ZoneId.class, ZoneId::of,
          URI.class, URI::create,
          Locale.class, Locale::forLanguageTag);

  /** The records of a sealed interface by their simple names; the JVM takes long to tell them. */
  private static final ClassValue<Map<String, Class<?>>> KINDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
          return records(sealed)
              .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (a, b) -> a));
        }
      };

  private JsonTree() {}

  static JsonNode of(Type type, @Nullable Object value) {
    if (value == null) return NullNode.instance;
    return switch (type) {
      case ParameterizedType generic -> ofGeneric(generic, value);
      case Class<?> plain -> ofPlain(plain, value);
      default -> throw unknown(type);
    };
  }

  private static JsonNode ofGeneric(ParameterizedType type, Object value) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    return switch (value) {
      case Collection<?> items -> {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(of(last, item)));
        yield array;
      }
      case Map<?, ?> map when type.getActualTypeArguments()[0] == String.class -> {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, item) -> object.set((String) key, of(last, item)));
        yield object;
      }
      case Optional<?> optional -> of(last, optional.orElse(null));
      default -> throw unknown(type);
    };
  }

  private static JsonNode ofPlain(Class<?> type, Object value) {
    return switch (value) {
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Enum<?> constant -> NODES.textNode(constant.name());
      case Locale locale -> NODES.textNode(locale.toLanguageTag());
      case Record record -> ofRecord(type, record);
      default -> {
        if (!TEXTS.containsKey(type)) throw unknown(type);
        yield NODES.textNode(value.toString());
      }
    };
  }

  private static ObjectNode ofRecord(Class<?> declared, Record record) {
    ObjectNode object = NODES.objectNode();
    boolean named = !declared.isRecord();
    if (named) object.put(KIND, record.getClass().getSimpleName());
    for (RecordShape.Part part : RecordShape.of(record.getClass()).parts()) {
      if (named && part.name().equals(KIND)) throw unknown(record.getClass());
      object.set(part.name(), of(part.type(), part.in(record)));
    }
    return object;
  }

  /** The value of the declared type; {@code place} is told when it cannot be read. */
  static Object value(Type type, JsonNode node, String place) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic, node, place);
      case Class<?> plain -> plain(plain, node, place);
      default -> throw unknown(type);
    };
  }

  private static Object generic(ParameterizedType type, JsonNode node, String place) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == List.class) return items(last, node, place).toList();
    if (type.getRawType() == Set.class)
      return new LinkedHashSet<>(items(last, node, place).toList());
    if (type.getRawType() == Optional.class)
      return node.isNull() ? Optional.empty() : Optional.of(value(last, node, place));
    if (type.getRawType() != Map.class) throw unknown(type);
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), value(last, e.getValue(), place)));
    return map;
  }

  private static Stream<Object> items(Type type, JsonNode node, String place) {
    if (!node.isArray() && !node.isNull()) throw wrong(place, "must be a list", null);
    return StreamSupport.stream(node.spliterator(), false).map(item -> value(type, item, place));
  }

  private static Object plain(Class<?> type, JsonNode node, String place) {
    if (type == boolean.class || type == Boolean.class) return node.asBoolean();
    if (type == int.class || type == Integer.class) return node.asInt();
    if (type == long.class || type == Long.class) return node.asLong();
    if (type == double.class || type == Double.class) return node.asDouble();
    Function<String, Object> reader = TEXTS.get(type);
    if (reader != null) return read(reader, node, place);
    if (type.isRecord()) return record(type, node, place);
    if (type.isSealed()) return record(kind(type, node, place), node, place);
    if (type.isEnum()) return constant(type, node, place);
    throw unknown(type);
  }

  private static Object read(Function<String, Object> reader, JsonNode node, String place) {
    try {
      return reader.apply(node.asText());
    } catch (RuntimeException e) {
      throw wrong(place, "cannot be read", null);
    }
  }

  private static Object constant(Class<?> type, JsonNode node, String place) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(node.asText()))
        .findFirst()
        .orElseThrow(() -> wrong(place, "is an unknown " + type.getSimpleName(), null));
  }

  private static Object record(Class<?> type, JsonNode node, String place) {
    if (!node.isObject()) throw wrong(place, "must be an object", null);
    RecordShape shape = RecordShape.of(type);
    @Nullable Object[] parts =
        shape.parts().stream().map(part -> part(part, node, place)).toArray();
    try {
      return shape.make(parts);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw wrong(place, "is refused by its rules", e);
    }
  }

  private static @Nullable Object part(RecordShape.Part part, JsonNode record, String place) {
    String here = place + "." + part.name();
    JsonNode node = record.path(part.name());
    boolean absent = node.isMissingNode() || node.isNull();
    if (absent && part.nullable()) return null;
    boolean mayBeEmpty = part.type() instanceof ParameterizedType;
    if (absent && !mayBeEmpty) throw wrong(here, "is missing", null);
    return value(part.type(), absent ? NullNode.instance : node, here);
  }

  private static Class<?> kind(Class<?> sealed, JsonNode node, String place) {
    Class<?> record = KINDS.get(sealed).get(node.path(KIND).asText());
    if (record == null) throw wrong(place, "is an unknown " + sealed.getSimpleName(), null);
    return record;
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JsonTree::records)
        : Stream.of(type);
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException("stored JSON has no form for " + type.getTypeName());
  }

  private static IllegalArgumentException wrong(
      String place, String what, @Nullable RuntimeException cause) {
    return new IllegalArgumentException(place + " " + what, cause);
  }
}
