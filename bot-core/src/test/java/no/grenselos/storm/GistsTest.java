package no.grenselos.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Samples;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GistsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String RATTLES = "My heat pump rattles whenever frost arrives";

  private final Gists gists = new Gists();

  @Test
  void whatATopicsPostsAllSayIsLeftOutForThatTopicOnly() {
    Gist plain = gist(1, RATTLES, null);
    Gist onTopic = gist(1, RATTLES, topic("heat pump"));

    assertThat(plain.words()).contains("frost", "heat", "pump");
    assertThat(onTopic.words()).contains("frost").doesNotContain("heat", "pump");
    assertThat(gist(1, RATTLES, null)).isEqualTo(plain);
  }

  @Test
  void anotherKeywordCountsAtOnce() {
    assertThat(gist(1, RATTLES, topic("heat pump")).words()).contains("frost");
    assertThat(gist(1, RATTLES, topic("frost")).words()).doesNotContain("frost");
  }

  @Test
  void anEditedPostSaysWhatItSaysNow() {
    gist(1, RATTLES, null);

    assertThat(gist(1, "The invoice came twice", null).words())
        .contains("invoice")
        .doesNotContain("frost");
  }

  @Test
  void theSameWordsOfTwoPostsAreOfTwoTickets() {
    assertThat(gist(1, RATTLES, null).ticket()).isEqualTo(new TicketId(1));
    assertThat(gist(2, RATTLES, null).ticket()).isEqualTo(new TicketId(2));
  }

  private Gist gist(long ticket, String text, @Nullable Topic topic) {
    Reading reading =
        new Reading(new Language("en"), Intent.QUESTION, 0.9, null, List.of(), List.of(), null);
    MentionLog.Logged post =
        new MentionLog.Logged(
            SamplePost.saying(text).mention(), reading, Samples.ask(), NOON, false);
    return gists.of(new TicketId(ticket), post, topic);
  }

  private static Topic topic(String keyword) {
    return new Topic(
        new TopicId("heat"),
        Map.of("en", "heat"),
        Map.of(),
        List.of(keyword),
        List.of(),
        List.of(),
        List.of());
  }
}
