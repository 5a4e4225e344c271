package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;

/**
 * A Facebook Page. Its feed holds what it and its visitors post there and public posts that tag it
 * (Graph reference, Page Feed); the tagged ones have a list of their own too.
 *
 * @param notByApi why answers go by hand, in plain English; empty when the API takes them
 */
record FacebookPage(String id, String notByApi) implements OurAccount, Answering {
  private static final String COMMENT =
      "id,message,from,created_time,permalink_url,parent{id},attachment{url}";
  private static final String POST =
      "id,message,from,created_time,permalink_url,attachments{type,url,unshimmed_url}";

  /** By default replies to comments are left out (Graph reference, Object Comments, filter). */
  private static final String BELOW =
      ",comments.filter(stream).order(reverse_chronological).limit(25){" + COMMENT + "}";

  @Override
  public Network network() {
    return FacebookWebhook.FACEBOOK;
  }

  @Override
  public String permissions() {
    return "pages_read_engagement, pages_read_user_content and pages_manage_engagement";
  }

  @Override
  public List<String> lists() {
    return List.of(id + "/feed", id + "/tagged");
  }

  @Override
  public String fields() {
    return POST + BELOW;
  }

  @Override
  public long published(JsonNode post) {
    return Shown.seconds(post, "created_time");
  }

  @Override
  public Optional<Shown> itself(JsonNode post) {
    return Optional.of(post(post));
  }

  private Shown post(JsonNode post) {
    String own = Change.id(post, "id");
    return new Shown(
        post, own, own, "", Json.text(post, "permalink_url"), published(post), isForeign(own));
  }

  @Override
  public List<Shown> below(JsonNode post, List<JsonNode> comments) {
    return comments.stream().map(comment -> comment(comment, Change.id(post, "id"))).toList();
  }

  private Shown comment(JsonNode comment, String post) {
    String own = Change.id(comment, "id");
    String parent = Change.id(comment.path("parent"), "id");
    return new Shown(
        comment,
        own,
        post,
        parent.isEmpty() ? post : parent,
        Json.text(comment, "permalink_url"),
        published(comment),
        isForeign(post));
  }

  /**
   * A comment by itself does not say where it stands: below our page, whose id posts begin with.
   */
  private Shown alone(JsonNode comment) {
    String own = Change.id(comment, "id");
    int end = own.indexOf('_');
    return comment(comment, id + "_" + (end < 0 ? own : own.substring(0, end)));
  }

  private boolean isForeign(String post) {
    return !post.startsWith(id + "_");
  }

  @Override
  public boolean isOurs(Shown shown) {
    return isOurAnswer(shown.node());
  }

  @Override
  public boolean isOurAnswer(JsonNode answer) {
    return !id.isEmpty() && Change.id(answer.path("from"), "id").equals(id);
  }

  @Override
  public Mention read(Shown shown) {
    if (shown.id().isEmpty()) throw new UnusableItem("has no usable id");
    String post = shown.post().isEmpty() ? shown.id() : shown.post();
    URI link = PageLink.of(shown.link(), shown.id(), post, shown.isComment());
    String words = PlainText.tidy(shown.text("message"));
    return new Mention(
        mentionId(shown.id()),
        new Revision(words, true).name(),
        post,
        link,
        author(shown.node().path("from")),
        text(shown.node(), words, link),
        shown.isComment() ? MentionKind.REPLY : MentionKind.POST,
        "",
        shown.isComment() ? mentionId(shown.parent()) : null,
        null,
        way(post, link),
        shown.publishedAt());
  }

  private static Author author(JsonNode from) {
    String who = Change.id(from, "id");
    return who.isEmpty()
        ? Author.UNKNOWN
        : new Author(who, PlainText.line(Json.text(from, "name"), 200), null, 0);
  }

  /** The words, and what they share; a picture without words by its address. */
  private static String text(JsonNode node, String words, URI link) {
    JsonNode first = node.path("attachments").path("data").path(0);
    boolean share = Json.text(first, "type").equals("share");
    if (!share && !words.isEmpty()) return words;
    String address =
        WebLink.of(Json.text(first, "unshimmed_url"))
            .or(() -> WebLink.of(Json.text(first, "url")))
            .or(() -> WebLink.of(Json.text(node.path("attachment"), "url")))
            .map(URI::toString)
            .orElse("");
    String all = PlainText.tidy(words + "\n\n" + address);
    return all.isEmpty() ? link.toString() : all;
  }

  @Override
  public ReplyWay way(String post, URI link) {
    if (!notByApi.isEmpty()) return new ReplyWay.ByHand(link, notByApi);
    return isForeign(post)
        ? new ReplyWay.ByHand(
            link, "Facebook lets our page answer through the API only below its own posts.")
        : new ReplyWay.Api();
  }

  /** A post has other fields than a comment, and its id does not tell which it is. */
  @Override
  public List<Way> waysTo(String wanted) {
    Way post = new Way(asked(wanted, POST), this::post);
    return isForeign(wanted)
        ? List.of(new Way(asked(wanted, COMMENT), this::alone), post)
        : List.of(post);
  }

  static String asked(String id, String fields) {
    return id + "?fields=" + URLEncoder.encode(fields, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<String> idIn(URI link) {
    return PageLink.idIn(link, id);
  }

  /** The API states no bound; Facebook's own box takes so many. */
  @Override
  public int longest() {
    return 8_000;
  }

  @Override
  public String answers() {
    return "comments";
  }

  @Override
  public String answerFields() {
    return "id,message,from,permalink_url";
  }

  @Override
  public String words(JsonNode answer) {
    return Json.text(answer, "message");
  }

  @Override
  public URI link(JsonNode answer, Mention to) {
    String given = Json.text(answer, "permalink_url");
    return PageLink.of(given, Json.text(answer, "id"), to.conversation(), true);
  }
}
