package no.grenselos.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A dialog about something. The values that it was opened with come back beside those filled in, as
 * far as they are short and no field has them.
 *
 * @param title at most 24 characters
 * @param submit the button's verb, at most 24 characters
 */
public record Form(
    FormKind kind,
    ChatEvent.On on,
    String title,
    String submit,
    String cancel,
    List<Field> fields) {
  public Form {
    fields = List.copyOf(fields);
  }

  /** A line of a form. Ids are the keys under which values come back. */
  public sealed interface Field {
    /** The value that says which knob of its own a form was drawn anew by. */
    String KNOB = "knob";

    /** Our own words. */
    record Words(String text) implements Field {}

    /** The post from outside. */
    record Quote(Part.Post post) implements Field {}

    /**
     * A text to write.
     *
     * @param initial what stands there at first; empty for nothing
     * @param live whether each change is told to the core, which may then draw the form anew
     * @param maxLength in UTF-16 units, 1 to 3000
     */
    record Text(
        String id,
        String label,
        String hint,
        String initial,
        boolean multiline,
        boolean optional,
        boolean live,
        int maxLength)
        implements Field {
      public static Text line(String id, String label, String hint, int maxLength) {
        return new Text(id, label, hint, "", false, false, false, maxLength);
      }

      public static Text lines(String id, String label, String hint, int maxLength) {
        return new Text(id, label, hint, "", true, false, false, maxLength);
      }

      public Text mayBeEmpty() {
        return new Text(id, label, hint, initial, multiline, true, live, maxLength);
      }

      public Text with(String words) {
        return new Text(id, label, hint, words, multiline, optional, live, maxLength);
      }

      public Text told() {
        return new Text(id, label, hint, initial, multiline, optional, true, maxLength);
      }
    }

    /**
     * A person of the house to choose; comes back as the house's member id.
     *
     * @param chosen who is chosen at first; null for nobody
     */
    record Person(String id, String label, boolean optional, @Nullable Handle chosen)
        implements Field {
      public Person(String id, String label, boolean optional) {
        this(id, label, optional, null);
      }
    }

    /**
     * One of a few to choose, needed; comes back as the option's value.
     *
     * @param options 1 to 100, values unique
     * @param chosen the value chosen at first; null for none
     * @param live as in {@link Text}
     */
    record OneOf(
        String id, String label, List<Option> options, @Nullable String chosen, boolean live)
        implements Field {
      public OneOf {
        options = some(id, options);
      }

      public OneOf(String id, String label, List<Option> options) {
        this(id, label, options, null, false);
      }
    }

    /**
     * Any of a few to choose; comes back as the values joined by commas, or not at all.
     *
     * @param options 1 to 100, values unique and without commas
     * @param chosen the values chosen at first
     */
    record ManyOf(
        String id, String label, List<Option> options, Set<String> chosen, boolean optional)
        implements Field {
      public ManyOf {
        options = some(id, options);
        chosen = Set.copyOf(chosen);
      }
    }

    /** A day to choose; comes back as {@code 2026-12-24}. */
    record Day(String id, String label, @Nullable LocalDate chosen, boolean optional)
        implements Field {}

    /** A time of day to choose, to the minute; comes back as {@code 08:30}. */
    record Time(String id, String label, @Nullable LocalTime chosen, boolean optional)
        implements Field {}

    /**
     * A press within the form. Where its form is of the same kind, the form is drawn anew: the core
     * is told of a change, with {@code on} among the values as {@link #KNOB}. Where it is another,
     * that one opens on top, beginning with what is filled in here. Where it has none, the press
     * alone is told.
     */
    record Knob(Press press, String label, ChatEvent.On on) implements Field {}

    /**
     * What can be chosen.
     *
     * @param value at most 75 characters
     */
    record Option(String value, String label) {}

    private static List<Option> some(String id, List<Option> options) {
      if (options.isEmpty() || options.size() > 100) {
        throw new IllegalArgumentException(
            id + " has " + options.size() + " options, must be 1 to 100");
      }
      return List.copyOf(options);
    }
  }
}
