package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.TicketAction;
import no.grenselos.trail.Trace;
import no.grenselos.trail.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aPostIsFollowedFromOutsideToWhoTookIt() {
    line.at("09:00").post("1", "Bråker varmepumpe mye?");
    line.at("09:10").does("ana", new TicketAction.Claim());

    Trace trace = trace(line.ticket("1").id().toString()).orElseThrow();

    assertThat(whats(trace))
        .containsSubsequence("mention.received", "mention.read", "mention.decided")
        .containsSubsequence("ticket.opened", "ticket.offered", "ticket.claimed")
        .contains("post.published", "experts.looked-at", "offer.made", "card.made");
    assertThat(trace.toString()).contains("ask about", "ana").doesNotContain("Bråker");
    assertThat(trace(line.ticket("1").mention().toString())).contains(trace);
  }

  @Test
  void whatIsNotSentYetIsToldWithItsAttempts() {
    line.at("09:00");
    line.slack.answersWith(new Delivery.RetryAfter(Duration.ofMinutes(9), "HTTP 503"));
    line.post("1", "varmepumpe?");

    Trace.Step last = trace(line.ticket("1").id().toString()).orElseThrow().steps().getLast();

    assertThat(last.at()).isNull();
    assertThat(last.what()).isEqualTo("errand.waiting");
    assertThat(last.detail()).contains("show:C-", "attempts=1", "HTTP 503");
  }

  @Test
  void aPostThatWokeNobodySaysWhy() {
    line.at("09:00").post("1", "Fin tur på fjellet i dag");
    String id = line.mention("1", "", "x", no.grenselos.mention.MentionKind.POST, null).id() + "";

    Trace trace = trace(id).orElseThrow();

    assertThat(trace.ticket()).isEmpty();
    assertThat(trace.steps().getLast().detail()).startsWith("drop: ");
    assertThat(trace(id + "#1")).as("with its revision").contains(trace);
  }

  @Test
  void nothingIsKnownOfAnythingElse() {
    for (String name :
        List.of("T-9", "T-0", "x", "mastodon:none", "https://a.example/1", "", ":")) {
      assertThat(trace(name)).as(name).isEmpty();
    }
  }

  private Optional<Trace> trace(String name) {
    return line.store.read(books -> Traces.of(books, name));
  }

  private static List<String> whats(Trace trace) {
    return trace.steps().stream().map(Trace.Step::what).toList();
  }
}
