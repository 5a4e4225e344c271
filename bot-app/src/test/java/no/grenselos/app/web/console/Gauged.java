package no.grenselos.app.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.grenselos.app.vitals.AssistantVitals;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.chat.CallRate;
import no.grenselos.config.Finding;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.FeedState;

/** Figures as an application would count them. All invented. */
final class Gauged {
  private Gauged() {}

  /** One feed goes well, one does not. */
  static Vitals usual(Instant now) {
    FeedState read =
        FeedState.begun(now.minusSeconds(86_400))
            .afterPage(now.minusSeconds(120), 31, now.minusSeconds(960))
            .with(Optional.of(new Allowance(598, 600L, now.plusSeconds(900))));
    FeedVitals news =
        new FeedVitals(
            "news",
            Optional.of("web1/4711/5f2c1a9e"),
            Optional.of(read),
            now.plusSeconds(180),
            31,
            Optional.of("0.16 / 200.00 USD"),
            Optional.empty());
    FeedVitals broken =
        new FeedVitals(
            "lyngheia-mastodon",
            Optional.empty(),
            Optional.empty(),
            now.plusSeconds(60),
            0,
            Optional.empty(),
            Optional.of("HTTP 502"));
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
