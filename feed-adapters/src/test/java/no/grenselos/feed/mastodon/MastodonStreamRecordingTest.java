package no.grenselos.feed.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.MentionEvent;
import org.junit.jupiter.api.Test;

class MastodonStreamRecordingTest {
  private static final String POST =
      """
      {"id":"101","created_at":"2026-03-01T10:00:00.000Z","edited_at":%s,"content":"<p>Brummer</p>",\
      "visibility":"public","account":{"acct":"kari@a.example","display_name":"Kari"}}\
      """;

  @Test
  void serverSentEventsAreRead() {
    Fetch.Page page =
        page(
            """
            :)
            event: update
            data: %s

            :thump
            event: status.update
            data: %s

            event: delete
            data: 101

            event: filters_changed

            event: notification
            data: {"type":"mention","created_at":"2026-03-01T10:00:00Z","status":%s}
            """
                .formatted(post("null"), post("\"2026-03-01T10:05:00.000Z\""), post("null")));

    assertThat(page.events())
        .extracting(MentionEvent::key)
        .containsExactly(
            "mastodon:recorded.invalid/101#",
            "mastodon:recorded.invalid/101#2026-03-01T10:05:00.000Z",
            "mastodon:recorded.invalid/101#deleted",
            "mastodon:recorded.invalid/101#");
    assertThat(page.events().get(1)).isInstanceOf(MentionEvent.Edited.class);
    assertThat(page.skipped()).extracting(Skipped::item).containsExactly("filters_changed");
  }

  @Test
  void messagesOfAWebSocketAreRead() {
    String payload = post("null").replace("\"", "\\\"");
    Fetch.Page page =
        page(
            """
            {"stream":["hashtag","varmepumpe"],"event":"update","payload":"%s"}
            {"stream":["user"],"event":"delete","payload":"102"}
            """
                .formatted(payload));

    assertThat(page.events())
        .extracting(MentionEvent::key)
        .containsExactly("mastodon:recorded.invalid/101#", "mastodon:recorded.invalid/102#deleted");
  }

  @Test
  void aFrameBrokenOffIsListed() {
    Fetch.Page page = page("event: update\ndata: " + post("null").substring(0, 60));

    assertThat(page.events()).isEmpty();
    assertThat(page.skipped())
        .extracting(Skipped::reason)
        .containsExactly("is broken off, or no JSON");
  }

  @Test
  void aPrivatePostIsNotTakenIn() {
    Fetch.Page page =
        page("event: update\ndata: " + post("null").replace("\"public\"", "\"private\"") + "\n\n");

    assertThat(page.events()).isEmpty();
    assertThat(page.skipped()).hasSize(1);
  }

  private static String post(String edited) {
    return POST.formatted(edited);
  }

  private static Fetch.Page page(String text) {
    Fetch fetch = new MastodonStreamRecording().replay(text.getBytes(StandardCharsets.UTF_8));
    assertThat(fetch).isInstanceOf(Fetch.Page.class);
    return (Fetch.Page) fetch;
  }
}
