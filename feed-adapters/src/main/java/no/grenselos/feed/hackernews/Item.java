package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.feed.http.Fingerprint;
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
 * A story, poll or comment, whichever of the APIs told it.
 *
 * @param story id of the story that a comment stands under; its own id for a story
 * @param parent id of what a comment answers; empty for a story
 * @param title empty for a comment
 * @param url of a story's page; empty where there is none
 * @param html the words; may be empty for a story
 */
record Item(
    String id,
    String by,
    String story,
    String parent,
    String title,
    String url,
    String html,
    Instant time) {
  private static final String SITE = "https://news.ycombinator.com/";
  private static final long YEAR_10000 = 253_402_300_800L;
  private static final String ID = "\\d{1,15}";

  /**
   * Reads a hit of the search.
   *
   * @throws UnusableItem when it is none, or has no words
   */
  static Item ofHit(JsonNode hit) {
    boolean comment = hit.hasNonNull("comment_text");
    String id = id(hit, "objectID");
    return new Item(
            id,
            Json.text(hit, "author"),
            known(hit, "story_id").orElse(id),
            comment ? known(hit, "parent_id").orElse("") : "",
            comment ? "" : said(hit, "title"),
            said(hit, "url"),
            comment ? Json.text(hit, "comment_text") : said(hit, "story_text"),
            time(hit, "created_at_i"))
        .withWords();
  }

  /**
   * Reads an item of the site's API.
   *
   * @param story where the item stands, which that API does not tell
   * @throws UnusableItem when it is none, or has no words
   */
  static Item ofSite(JsonNode item, String story) {
    return new Item(
            id(item, "id"),
            Json.text(item, "by"),
            story,
            known(item, "parent").orElse(""),
            said(item, "title"),
            said(item, "url"),
            said(item, "text"),
            time(item, "time"))
        .withWords();
  }

  /**
   * Reads an item of the search's tree of items, without its children.
   *
   * @throws UnusableItem when it is none, or has no words
   */
  static Item ofTree(JsonNode item) {
    String id = id(item, "id");
    return new Item(
            id,
            Json.text(item, "author"),
            known(item, "story_id").orElse(id),
            known(item, "parent_id").orElse(""),
            said(item, "title"),
            said(item, "url"),
            said(item, "text"),
            time(item, "created_at_i"))
        .withWords();
  }

  /** Dead items are shown to nobody who does not ask for them. */
  static boolean isGone(JsonNode siteItem) {
    return siteItem.path("deleted").asBoolean() || siteItem.path("dead").asBoolean();
  }

  static MentionId mentionId(String id) {
    return new MentionId(HackerNewsFeedProvider.NETWORK, id);
  }

  /**
   * @param revision empty for an item never edited
   */
  Mention mention(String revision) {
    URI link = page("item?id=" + id);
    boolean comment = !parent.isEmpty();
    return new Mention(
        mentionId(id),
        revision,
        story,
        link,
        author(),
        text(),
        comment ? MentionKind.REPLY : MentionKind.POST,
        "",
        comment ? mentionId(parent) : null,
        null,
        new ReplyWay.ByHand(
            // a story's own page has the box
            comment ? page("reply?id=" + id) : link,
            "Hacker News takes no answers through an API."),
        time);
  }

  /** The title, where it leads, and the words. */
  String text() {
    String address = WebLink.of(url).map(URI::toString).orElse("");
    return PlainText.tidy(joined(heading(), address, PlainText.ofHtml(html)));
  }

  /** Equal for equal words, whatever space is between them, from whichever API. */
  String fingerprint() {
    String words = joined(heading(), PlainText.ofHtml(html));
    return Fingerprint.of(words.replaceAll("\\s+", " ").strip());
  }

  private String heading() {
    return Parser.unescapeEntities(title, false).strip();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private Item withWords() {
    if (text().isEmpty()) throw new UnusableItem("has no words");
    return this;
  }

  private Author author() {
    if (!by.matches("[\\w-]{1,50}")) return Author.UNKNOWN;
    return new Author(by, "", page("user?id=" + by), 0);
  }

  private static URI page(String path) {
    return URI.create(SITE + path);
  }

  private static String id(JsonNode item, String field) {
    return known(item, field).orElseThrow(() -> new UnusableItem("is not an item"));
  }

  private static Optional<String> known(JsonNode item, String field) {
    return Optional.of(Json.text(item, field)).filter(text -> text.matches(ID));
  }

  /** Both APIs write a missing text as null as well. */
  private static String said(JsonNode item, String field) {
    return item.path(field).isTextual() ? Json.text(item, field) : "";
  }

  static Instant time(JsonNode item, String field) {
    JsonNode seconds = item.path(field);
    if (!seconds.isIntegralNumber()) return Json.moment(item, "created_at");
    boolean sane = seconds.canConvertToLong() && Math.abs(seconds.asLong()) < YEAR_10000;
    if (!sane) throw new UnusableItem("has no readable time in " + field);
    return Instant.ofEpochSecond(seconds.asLong());
  }
}
