package no.grenselos.app.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.grenselos.app.vitals.AssistantVitals;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.app.vitals.FeedVitals.Counted;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.chat.CallRate;
import no.grenselos.config.Finding;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Price;

/** Figures as an application would count them. All invented. */
final class Gauged {
  private Gauged() {}

  /** One feed goes well, one does not. */
  static Vitals usual(Instant now) {
    FeedVitals news =
        new FeedVitals(
            "news",
            new Finding(true, "feed news", "read 3 events"),
            now.minusSeconds(120),
            Duration.ofMinutes(14),
            now.plusSeconds(180),
            new Counted(12, 31, 1, 0),
            Optional.of(Price.parse("0.155 USD")),
            Optional.of(new Allowance(598, 600L, now.plusSeconds(900))));
    FeedVitals broken =
        new FeedVitals(
            "lyngheia-mastodon",
            new Finding(false, "feed lyngheia-mastodon", "failed: HTTP 502"),
            null,
            null,
            now.plusSeconds(60),
            new Counted(0, 0, 0, 4),
            Optional.empty(),
            Optional.empty());
    CallRate posting = new CallRate("chat.postMessage", 3, OptionalInt.of(300), Duration.ZERO);
    ChatVitals slack =
        new ChatVitals(
            "slack",
            new Finding(true, "chat slack", "last delivery: Delivered"),
            new ChatVitals.Counted(41, 2, 1, 0),
            List.of(posting));
    AssistantVitals assistant =
        new AssistantVitals("small-model", "127.0.0.1", Duration.ofSeconds(20), 7, 2, 12_345);
    return new Vitals(
        List.of(news, broken), List.of(slack), Optional.of(assistant), Optional.of("17"));
  }
}
