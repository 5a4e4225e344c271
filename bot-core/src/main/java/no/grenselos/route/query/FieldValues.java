package no.grenselos.route.query;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.config.DidYouMean;
import no.grenselos.reading.TopicId;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.Query;

/** Reads what a query asks of the fields other than the text. */
final class FieldValues {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final QuerySource source;
  private final Set<TopicId> topics;

  /**
   * @param topics that a query may name; empty means any
   */
  FieldValues(QuerySource source, Set<TopicId> topics) {
    this.source = source;
    this.topics = topics;
  }

  Query value(QueryField field, String text) {
    String value = field.indexed(text);
    if (value.isEmpty()) return source.refuse(field.word() + ":", field.word() + " names nothing");
    if (field == QueryField.LANG && !LANGUAGE.matcher(value).matches()) {
      return source.refuse(text, "lang is a code of two or three letters, as no, nb, nn or en");
    }
    List<String> known =
        field == QueryField.TOPIC
            ? topics.stream().map(TopicId::id).sorted().toList()
            : field.known();
    if (!known.isEmpty() && !known.contains(value)) {
      String hint = hint(known, value);
      return source.refuse(text, "no " + field.word() + " \"" + value + "\"" + hint);
    }
    return QueryParts.term(field.word(), value);
  }

  /**
   * @param from a number, or * for none
   */
  Query followers(String from, String to, boolean fromIncluded, boolean toIncluded) {
    try {
      long least = from.equals("*") ? 0 : Long.parseLong(from) + (fromIncluded ? 0 : 1);
      long most = to.equals("*") ? Integer.MAX_VALUE : Long.parseLong(to) - (toIncluded ? 0 : 1);
      if (least > most) {
        return source.refuse("followers", "no number is from " + from + " to " + to);
      }
      return IntPoint.newRangeQuery(
          QueryField.FOLLOWERS.word(), Math.toIntExact(least), Math.toIntExact(most));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return source.refuse(
          "followers", "followers must be whole numbers, as followers:[1000 TO *]");
    }
  }

  Query unknown(String field) {
    return source.refuse(
        field + ":", "no field \"" + field + "\"" + hint(QueryField.words(), field));
  }

  private static String hint(List<String> known, String typed) {
    return DidYouMean.among(known, typed)
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElse("; there are " + String.join(", ", known));
  }
}
