package no.grenselos.ruling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;
import no.grenselos.revise.Section;

/**
 * An entry of the rules as somebody saw it, who may change it later. Travels with buttons and forms
 * as {@code route:12.3}.
 *
 * @param revision at which it was seen
 * @param place in its section, from 0; {@link #NEW} for one that is not there yet
 */
record Entry(Section section, int revision, int place) {
  static final int NEW = -1;

  private static final Pattern TEXT =
      Pattern.compile("(route|silence|case|topic):(\\d{1,9})\\.(\\d{1,6}|new)");

  static Optional<Entry> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) return Optional.empty();
    Section section =
        switch (parts.group(1)) {
          case "route" -> Section.ROUTES;
          case "silence" -> Section.SILENCES;
          case "topic" -> Section.TOPICS;
          default -> Section.CASES;
        };
    int place = parts.group(3).equals("new") ? NEW : Integer.parseInt(parts.group(3));
    return Optional.of(new Entry(section, Integer.parseInt(parts.group(2)), place));
  }

  static Optional<Entry> of(ChatEvent.On on) {
    return on instanceof ChatEvent.On.About about
        ? parse(about.subject().toString())
        : Optional.empty();
  }

  boolean isNew() {
    return place == NEW;
  }

  Entry at(int other) {
    return new Entry(section, revision, other);
  }

  ChatEvent.On on() {
    return new ChatEvent.On.About(Subject.parse(toString()));
  }

  @Override
  public String toString() {
    String kind =
        switch (section) {
          case ROUTES -> "route";
          case SILENCES -> "silence";
          case CASES -> "case";
          case TOPICS -> "topic";
          case EXPERTS, TEAMS -> throw new IllegalStateException(section + " is not changed here");
        };
    return kind + ":" + revision + "." + (isNew() ? "new" : place);
  }
}
