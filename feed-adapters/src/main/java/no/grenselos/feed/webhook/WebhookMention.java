package no.grenselos.feed.webhook;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of one mention of a webhook. The patterns are those of
 * docs/webhook-mention.schema.json. A mention with a revision is an edit, whose key is that of the
 * first sight of it.
 */
record WebhookMention(Fields fields) {
  private static final Pattern NETWORK = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern ID =
      Pattern.compile("[^\\u0000-\\u0020\\u007f-\\u00a0\\ud800-\\udfff]{1,200}");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s]{1,1990}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern WORDS = Pattern.compile("[\\s\\S]{1,100000}");
  private static final Pattern KIND =
      Pattern.compile("post|article|review|comment|reply|quote|reshare");

  private static final int DEEPEST = 50;

  private static final String ID_RULE =
      "must be 1 to 200 characters without blanks, or a whole number";
  private static final String WORDS_RULE = "must be a text of at most 100,000 characters";
  private static final String NOT_BY_API =
      "A webhook told us of it, and nothing of ours can write there.";

  /**
   * @param received when a delete counts as noticed
   * @throws UnusableItem naming every field that is wrong
   */
  MentionEvent event(Instant received) {
    Optional<String> network =
        fields.text("network", NETWORK, "must be a lower-case word such as trustpilot");
    Optional<String> id = id("id");
    boolean deleted = fields.flag("deleted");
    fields.needed("network", network);
    fields.needed("id", id);
    Said said = said(!deleted);
    fields.check();
    MentionId mentionId = new MentionId(new Network(network.orElseThrow()), id.orElseThrow());
    if (deleted) return new MentionEvent.Deleted(mentionId, received);
    Mention mention = said.mention(mentionId);
    return mention.revision().isEmpty()
        ? new MentionEvent.Posted(mention)
        : new MentionEvent.Edited(mention);
  }

  /** All but who and where it is; what is wrong with it is noted. */
  private Said said(boolean needed) {
    Said said =
        new Said(
            link(),
            published(),
            words(),
            fields.text("kind", KIND, "must be one of " + KIND.pattern().replace("|", ", ")),
            fields.text("lang", LANGUAGE, "must be a language tag such as nb or en-GB"),
            id("conversation"),
            id("inReplyTo"),
            id("reshareOf"),
            id("revision"),
            author());
    if (needed) {
      fields.needed("link", said.link());
      fields.needed("publishedAt", said.published());
      if (said.words().isEmpty()) fields.problem("text", "is missing or blank, and so is html");
    }
    return said;
  }

  private Optional<String> id(String field) {
    return fields.name(field, ID, ID_RULE);
  }

  private Optional<URI> link() {
    String rule = "must be an http or https address of at most 2,000 characters";
    Optional<String> told = fields.text("link", LINK, rule);
    Optional<URI> link = told.flatMap(WebLink::of);
    if (told.isPresent() && link.isEmpty()) fields.problem("link", rule);
    return link;
  }

  private Optional<Instant> published() {
    String rule = "must be a moment with its zone such as 2026-03-02T09:00:00Z";
    return fields
        .text("publishedAt", MOMENT, rule)
        .flatMap(text -> {
          try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
          } catch (DateTimeException noSuchDay) {
            fields.problem("publishedAt", rule);
            return Optional.empty();
          }
        });
  }

  private Optional<String> words() {
    Optional<String> html = fields.text("html", WORDS, WORDS_RULE);
    return fields
        .text("text", WORDS, WORDS_RULE)
        .map(PlainText::tidy)
        .filter(words -> !words.isEmpty())
        .or(() -> html.map(WebhookMention::shown).filter(words -> !words.isEmpty()));
  }

  /** Nested deeper than anything people write, it would only take time. */
  private static String shown(String html) {
    return PlainText.of(Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST)).body());
  }

  private Author author() {
    fields.object("author");
    int followers = fields.number("author.followers", Integer.MAX_VALUE);
    return new Author(
        line("author.handle").replaceFirst("^@", ""), line("author.name"), null, followers);
  }

  private String line(String field) {
    return fields.text(field, WORDS, WORDS_RULE).map(text -> PlainText.line(text, 200)).orElse("");
  }

  private record Said(
      Optional<URI> link,
      Optional<Instant> published,
      Optional<String> words,
      Optional<String> kind,
      Optional<String> language,
      Optional<String> conversation,
      Optional<String> inReplyTo,
      Optional<String> reshareOf,
      Optional<String> revision,
      Author author) {
    Mention mention(MentionId id) {
      URI there = link.orElseThrow();
      return new Mention(
          id,
          revision.orElse(""),
          conversation.or(() -> inReplyTo).orElse(id.id()),
          there,
          author,
          words.orElseThrow(),
          meant(),
          language.map(tag -> tag.toLowerCase(Locale.ROOT)).orElse(""),
          of(inReplyTo, id),
          of(reshareOf, id),
          new ReplyWay.ByHand(there, NOT_BY_API),
          published.orElseThrow());
    }

    private static @Nullable MentionId of(Optional<String> other, MentionId id) {
      return other.map(name -> new MentionId(id.network(), name)).orElse(null);
    }

    /** Where it is not told, what it points to tells it. */
    private MentionKind meant() {
      return switch (kind.orElse("")) {
        case "reply", "comment" -> MentionKind.REPLY;
        case "quote" -> MentionKind.QUOTE;
        case "reshare" -> MentionKind.RESHARE;
        case "post", "article", "review" -> MentionKind.POST;
        default ->
            inReplyTo.isPresent()
                ? MentionKind.REPLY
                : reshareOf.isPresent() ? MentionKind.QUOTE : MentionKind.POST;
      };
    }
  }
}
