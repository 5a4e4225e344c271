package no.grenselos.chat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Whether a chat house knows somebody by their e-mail address. */
public sealed interface Lookup {
  /**
   * Somebody who is there now.
   *
   * @param name as the house shows it; foreign text, to be shown inert
   * @param title what they do, as the house has it; foreign text, empty where it does not say
   * @param zone where they are; null when the house does not say
   * @param locale what they read the house in; null when the house does not say
   */
  record Found(
      Handle handle, String name, String title, @Nullable ZoneId zone, @Nullable Locale locale)
      implements Lookup {}

  /**
   * Nobody with that address is where the house was asked.
   *
   * @param where in words that go on from "nobody with this address is": {@code in the Slack
   *     workspace}
   */
  record Unknown(String where) implements Lookup {}

  /** Could not be found out now; may be asked again after the time. */
  record NotNow(Duration time, String reason) implements Lookup {}

  /** The house does not let us ask, until somebody changes that. */
  record Refused(String reason, String whatToDo) implements Lookup {}
}
