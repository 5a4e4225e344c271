package no.grenselos.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.PlacementId;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Handle;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.ticket.Ticket;

/** Things to keep in a store, all invented. */
public final class Samples {
  public static final Instant T0 = Instant.parse("2026-03-02T08:00:00Z");
  public static final TopicId HEAT_PUMPS = new TopicId("heat-pumps");
  public static final Colleague ANA = new Colleague("ana", "Ana");
  public static final Colleague BEN = new Colleague("ben", "Ben");
  public static final ChatUser ANA_IN_SLACK = new ChatUser(new Handle("slack", "U1"), "Ana");
  private static final Network MASTODON = new Network("mastodon");

  /** What a text column, a JSON writer or a UTF-8 encoder may stumble on. */
  public static final String HOSTILE =
      "æøå 👩‍🔬 ' \" \\ ; -- \u0000 \uD83D \u202E \u200B </script> :name <ids> {}\n\t";

  private Samples() {}

  public static Instant after(long seconds) {
    return T0.plusSeconds(seconds);
  }

  public static MentionId id(String id) {
    return new MentionId(MASTODON, id);
  }

  public static Mention mention(String id) {
    return mention(id, "", "Bråker varmepumpen deres om natta?");
  }

  public static Mention mention(String id, String revision, String text) {
    return new Mention(
        id(id),
        revision,
        "thread-" + id,
        URI.create("https://mastodon.example/@kari/" + id),
        new Author("kari", "Kari N", URI.create("https://mastodon.example/@kari"), 412),
        text,
        MentionKind.REPLY,
        "nb",
        id("0"),
        null,
        new ReplyWay.ByHand(URI.create("https://mastodon.example/reply"), "no token"),
        T0);
  }

  public static MentionEvent posted(String id) {
    return new MentionEvent.Posted(mention(id));
  }

  public static Reading understood() {
    Evidence evidence = new Evidence(7, 18, "varmepumpen", "keyword");
    return new Reading(
        new Language("nb"),
        Intent.QUESTION,
        0.75,
        Severity.HIGH,
        List.of(new Evidence(0, 6, "Bråker", "intent:question")),
        List.of(new TopicScore(HEAT_PUMPS, 0.5, List.of(evidence))),
        MentionId.parse("mastodon:41"));
  }

  public static Terms terms() {
    return new Terms("#kundeservice", Goal.SELL, null, Duration.ofMinutes(30));
  }

  public static Because because() {
    return new Because(List.of("heat pumps"), 3, List.of(new Evidence(7, 18, "varmepumpen", "k")));
  }

  public static Decision ask() {
    return new Decision.Ask(HEAT_PUMPS, terms(), because());
  }

  public static Ticket.Draft draft(String mention) {
    return new Ticket.Draft(
        id(mention), Lane.EXPERT, HEAT_PUMPS, terms(), because(), T0, after(3600), after(60));
  }

  public static ChatEvent event(String id, ChatAction action) {
    return new ChatEvent(id, ANA_IN_SLACK, new ChatEvent.On.Card(new PlacementId(1)), action, T0);
  }
}
