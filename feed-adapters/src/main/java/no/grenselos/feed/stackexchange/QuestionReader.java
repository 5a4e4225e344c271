package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.jsoup.parser.Parser;

/**
 * Makes mentions of questions. A mention's id is {@code site/number}, since numbers count per site;
 * its revision is the second of the last edit.
 */
record QuestionReader(String site) {
  private static final long YEAR_10000 = 253_402_300_800L;

  /**
   * @throws UnusableItem when it is no question
   */
  Mention read(JsonNode question) {
    String id = id(question);
    String title = Parser.unescapeEntities(Json.text(question, "title"), false).strip();
    if (id.isEmpty() || title.isEmpty()) throw new UnusableItem("is not a question");
    URI link =
        WebLink.of(Json.text(question, "link"))
            .orElseThrow(() -> new UnusableItem("has no usable link"));
    return new Mention(
        mentionId(id),
        revision(question),
        site + "/" + id,
        link,
        author(question.path("owner")),
        PlainText.tidy(title + "\n\n" + PlainText.ofHtml(Json.text(question, "body"))),
        MentionKind.POST,
        "",
        null,
        null,
        new ReplyWay.ByHand(box(link), "Answers need a person's own login on the site."),
        asked(question));
  }

  /** Empty when it has none. */
  static String id(JsonNode question) {
    String id = Json.text(question, "question_id");
    return id.matches("\\d{1,15}") ? id : "";
  }

  MentionId mentionId(String id) {
    return new MentionId(StackExchangeFeedProvider.NETWORK, site + "/" + id);
  }

  static String revision(JsonNode question) {
    return question.path("last_edit_date").isIntegralNumber()
        ? Json.text(question, "last_edit_date")
        : "";
  }

  static Instant asked(JsonNode question) {
    JsonNode seconds = question.path("creation_date");
    boolean sane =
        seconds.isIntegralNumber()
            && seconds.canConvertToLong()
            && seconds.asLong() >= 0
            && seconds.asLong() < YEAR_10000;
    if (!sane) throw new UnusableItem("has no readable time in creation_date");
    return Instant.ofEpochSecond(seconds.asLong());
  }

  /** Names are no handles here: several people may have the same. */
  private static Author author(JsonNode owner) {
    return new Author(
        Json.text(owner, "user_id"),
        Parser.unescapeEntities(Json.text(owner, "display_name"), false).strip(),
        WebLink.of(Json.text(owner, "link")).orElse(null),
        0);
  }

  /** The form for an answer stands at the end of the question's page. */
  private static URI box(URI link) {
    return Optional.of(link + "#post-form").flatMap(WebLink::of).orElse(link);
  }
}
