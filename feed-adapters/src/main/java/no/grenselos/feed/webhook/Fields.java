package no.grenselos.feed.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.http.UnusableItem;

/**
 * The fields of one mention, and whatever is wrong with them. Null and the empty text count as left
 * out, since that is what form-like tools send for a field without a value. Not thread safe.
 */
final class Fields {
  /** The largest whole number that every JSON reader keeps as it is (RFC 8259, 6). */
  private static final long LARGEST = 9_007_199_254_740_991L;

  private final JsonNode item;
  private final List<String> problems = new ArrayList<>();

  Fields(JsonNode item) {
    this.item = item;
  }

  /** A text of that form. */
  Optional<String> text(String field, Pattern form, String rule) {
    JsonNode value = at(field);
    if (isLeftOut(value)) return Optional.empty();
    if (value.isTextual() && form.matcher(value.textValue()).matches()) {
      return Optional.of(value.textValue());
    }
    return wrong(field, rule);
  }

  /** A text of that form, or a whole number. */
  Optional<String> name(String field, Pattern form, String rule) {
    JsonNode value = at(field);
    if (!value.isNumber()) return text(field, form, rule);
    Optional<Long> number = whole(value, LARGEST);
    return number.isPresent() ? number.map(String::valueOf) : wrong(field, rule);
  }

  int number(String field, int most) {
    JsonNode value = at(field);
    if (isLeftOut(value)) return 0;
    return whole(value, most)
        .or(() -> wrong(field, "must be a whole number, 0 or more, without quotes"))
        .map(Long::intValue)
        .orElse(0);
  }

  boolean flag(String field) {
    JsonNode value = at(field);
    if (!isLeftOut(value) && !value.isBoolean()) {
      problem(field, "must be true or false, without quotes");
    }
    return value.asBoolean();
  }

  /** An object, whose fields are then named as {@code author.name}. */
  void object(String field) {
    JsonNode value = at(field);
    if (!isLeftOut(value) && !value.isObject()) problem(field, "must be an object");
  }

  void needed(String field, Optional<?> value) {
    boolean told = problems.stream().anyMatch(problem -> problem.startsWith(field + ": "));
    if (value.isEmpty() && !told) problem(field, "is missing");
  }

  void problem(String field, String rule) {
    problems.add(field + ": " + rule);
  }

  /**
   * @throws UnusableItem when anything is wrong
   */
  void check() {
    if (!item.isObject()) throw new UnusableItem("must be a JSON object");
    if (!problems.isEmpty()) throw new UnusableItem(String.join("; ", problems));
  }

  private JsonNode at(String field) {
    int dot = field.indexOf('.');
    return dot < 0
        ? item.path(field)
        : item.path(field.substring(0, dot)).path(field.substring(dot + 1));
  }

  private static boolean isLeftOut(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isEmpty());
  }

  /** Also one that is written as 7.0. */
  private static Optional<Long> whole(JsonNode value, long most) {
    double number = value.doubleValue();
    boolean fits = value.isNumber() && number >= 0 && number <= most && number == Math.rint(number);
    return fits ? Optional.of((long) number) : Optional.empty();
  }

  private <T> Optional<T> wrong(String field, String rule) {
    problem(field, rule);
    return Optional.empty();
  }
}
