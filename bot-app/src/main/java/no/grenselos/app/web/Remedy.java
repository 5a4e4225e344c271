package no.grenselos.app.web;

import no.grenselos.config.Finding;

/** What to do about a part in trouble, beside what its own reason says. */
final class Remedy {
  private static final String BOOK = "; docs/operation.md, Health";

  private Remedy() {}

  /** One sentence, in plain English; the parts are those of {@code /health/ready}. */
  static String of(Finding part) {
    String kind = part.what().split(" ", 2)[0];
    String advice =
        switch (kind) {
          case "store" -> "mend the database or make room; it goes on by itself, do not restart";
          case "rules" -> "mend the rules with a further revision, or grenselos rules revert";
          case "chat" -> "run grenselos check; what is not sent waits and goes out later";
          case "feed" ->
              "run grenselos feeds; a new token needs a restart, an outage ends by itself";
          case "encoder" -> "topics are found by words only: check the model's files and memory";
          case "log" -> "run grenselos check and grenselos log; feeds wait, nothing is lost";
          case "clock" -> "let this machine and the database's keep time by NTP";
          case "calendars" -> "check the calendars' addresses in experts.yml";
          case "disk" -> "make room, or mount the folder writable for our user";
          case "flows" -> "read the log for \"round failed\"; restart if the reason is gone";
          case "node" -> "nothing: it stops, as it was told to";
          default -> "run grenselos check";
        };
    return advice + BOOK;
  }
}
