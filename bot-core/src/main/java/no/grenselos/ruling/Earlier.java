package no.grenselos.ruling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;

/**
 * A revision that somebody looks at, perhaps to bring it back. Travels with buttons and forms as
 * {@code revision:9} and {@code revision:9.14}.
 *
 * @param seenAt the newest revision when they looked; the revision itself where that is not known
 */
record Earlier(int revision, int seenAt) {
  static final String KIND = "revision";

  private static final Pattern TEXT = Pattern.compile("revision:(\\d{1,9})(?:\\.(\\d{1,9}))?");

  static Optional<Earlier> of(ChatEvent.On on) {
    return on instanceof ChatEvent.On.About about ? of(about.subject()) : Optional.empty();
  }

  static Optional<Earlier> of(Subject subject) {
    Matcher parts = TEXT.matcher(subject.toString());
    if (!parts.matches()) return Optional.empty();
    int revision = Integer.parseInt(parts.group(1));
    int seenAt = parts.group(2) == null ? revision : Integer.parseInt(parts.group(2));
    return Optional.of(new Earlier(revision, seenAt));
  }

  /** The revision itself. */
  static Subject.Thing subject(int revision) {
    return new Subject.Thing(KIND, String.valueOf(revision));
  }

  ChatEvent.On on() {
    return new ChatEvent.On.About(new Subject.Thing(KIND, revision + "." + seenAt));
  }
}
