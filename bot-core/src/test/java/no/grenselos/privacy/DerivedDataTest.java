package no.grenselos.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.query.QueryField;
import org.junit.jupiter.api.Test;

/**
 * The closed list of what is said of a post and known of its author. Nothing here is a special
 * category (GDPR art. 9), nor says anything of a person that they did not say of themselves.
 * Whoever adds to it changes this test and docs/privacy.md, and has thought about both.
 */
class DerivedDataTest {
  @Test
  void whatTheMachineSaysIsOfAPostAndStandsInThisList() {
    assertThat(parts(Reading.class))
        .containsExactly(
            "language", "intent", "intentScore", "severity", "intentEvidence", "topics", "copyOf");
    assertThat(parts(Language.class)).containsExactly("code");
    assertThat(parts(TopicScore.class)).containsExactly("topic", "score", "evidence");
    assertThat(parts(Evidence.class)).containsExactly("start", "end", "words", "speaksFor");
  }

  @Test
  void theLabelsAreThese() {
    assertThat(names(Intent.values()))
        .containsExactly("COMPLAINT", "QUESTION", "PRAISE", "NEWS", "SPAM", "JOB", "OTHER");
    assertThat(names(Severity.values())).containsExactly("LOW", "NORMAL", "HIGH", "URGENT");
    assertThat(names(MentionKind.values())).containsExactly("POST", "REPLY", "RESHARE", "QUOTE");
  }

  @Test
  void whatIsKnownOfAnAuthorIsWhatTheNetworkShowsEverybody() {
    assertThat(parts(Author.class)).containsExactly("handle", "name", "link", "followers");
    assertThat(parts(Mention.class))
        .containsExactly(
            "id",
            "revision",
            "conversation",
            "link",
            "author",
            "text",
            "kind",
            "language",
            "inReplyTo",
            "reshareOf",
            "replyWay",
            "publishedAt");
  }

  @Test
  void rulesCanAskForNothingElse() {
    assertThat(names(QueryField.values()))
        .containsExactly(
            "TEXT",
            "NETWORK",
            "LANG",
            "AUTHOR",
            "KIND",
            "FOLLOWERS",
            "INTENT",
            "SEVERITY",
            "TOPIC");
  }

  private static List<String> parts(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
