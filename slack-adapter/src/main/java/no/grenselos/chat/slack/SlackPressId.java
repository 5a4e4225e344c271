package no.grenselos.chat.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;

/**
 * The {@code action_id} of a button, as {@code press:CLAIM:0}. The last number keeps ids apart
 * within a block, as Slack demands.
 */
record SlackPressId(Press press, int place) {
  static final Pattern PRESS = Pattern.compile("press:([A-Z_]+):(\\d{1,2})");
  static final Pattern MENU = Pattern.compile("menu:\\d{1,2}");
  static final Pattern LINK = Pattern.compile("link:\\d{1,2}");

  private static final Pattern CHOICE = Pattern.compile("([A-Z_]+) (\\S{1,125})");

  static SlackPressId of(Press press, int place) {
    return new SlackPressId(press, place);
  }

  static String menu(int place) {
    return "menu:" + place;
  }

  static String link(int place) {
    return "link:" + place;
  }

  /** The value of a menu's line. */
  static String choice(Press press, ChatEvent.On on) {
    return press + " " + on;
  }

  @Override
  public String toString() {
    return "press:" + press + ":" + place;
  }

  /** What was pressed, and about what. */
  record Pressed(Press press, ChatEvent.On on) {
    /** A button; empty where it is not one of ours. */
    static Optional<Pressed> button(String actionId, String value) {
      Matcher id = PRESS.matcher(actionId);
      return id.matches() ? parsed(id.group(1), value) : Optional.empty();
    }

    /** A line of a menu; empty where it is not one of ours. */
    static Optional<Pressed> choice(String value) {
      Matcher line = CHOICE.matcher(value);
      return line.matches() ? parsed(line.group(1), line.group(2)) : Optional.empty();
    }

    private static Optional<Pressed> parsed(String press, String on) {
      try {
        return Optional.of(new Pressed(Press.valueOf(press), ChatEvent.On.parse(on)));
      } catch (IllegalArgumentException e) {
        // a card of an older release, with a button that is no more
        return Optional.empty();
      }
    }
  }
}
