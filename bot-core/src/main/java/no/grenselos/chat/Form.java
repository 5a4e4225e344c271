package no.grenselos.chat;

import java.util.List;

/**
 * A small dialog about one card.
 *
 * @param title at most 24 characters
 * @param submit the button's verb, at most 24 characters
 */
public record Form(
    FormKind kind,
    PlacementId card,
    String title,
    String submit,
    String cancel,
    List<Field> fields) {
  public Form {
    fields = List.copyOf(fields);
  }

  /** A line of a form. Ids are the keys under which values come back. */
  public sealed interface Field {
    /** Our own words. */
    record Words(String text) implements Field {}

    /** The post from outside. */
    record Quote(Part.Post post) implements Field {}

    /**
     * A text to write.
     *
     * @param maxLength in UTF-16 units, 1 to 3000
     */
    record Text(
        String id, String label, String hint, boolean multiline, boolean optional, int maxLength)
        implements Field {}

    /** A person of the house to choose; comes back as the house's member id. */
    record Person(String id, String label, boolean optional) implements Field {}

    /**
     * One of a few to choose, needed; comes back as the option's value.
     *
     * @param options 1 to 100
     */
    record OneOf(String id, String label, List<Option> options) implements Field {
      public OneOf {
        options = List.copyOf(options);
        if (options.isEmpty() || options.size() > 100) {
          throw new IllegalArgumentException(
              id + " has " + options.size() + " options, must be 1 to 100");
        }
      }
    }

    /**
     * What can be chosen.
     *
     * @param value at most 75 characters
     */
    record Option(String value, String label) {}
  }
}
