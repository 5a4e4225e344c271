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
  }
}
