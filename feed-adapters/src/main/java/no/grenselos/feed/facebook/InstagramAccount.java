package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
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
 * A professional Instagram account that is connected to a page. Only its own pictures and films are
 * listed, with their comments; mentions elsewhere are told by webhook and asked for one by one
 * (Instagram Platform, Mentions).
 *
 * @param notByApi why answers go by hand, in plain English; empty when the API takes them
 */
record InstagramAccount(String id, String notByApi) implements OurAccount, Answering {
  static final URI SITE = URI.create("https://www.instagram.com/");
  static final String MENTION_BY_HAND =
      "Instagram lets us answer through the API only below our own pictures.";

  private static final String COMMENT = "id,text,timestamp,username,from,user,parent_id";
  private static final String BELOW =
      "comments.limit(50){" + COMMENT + ",replies.limit(50){" + COMMENT + "}}";

  @Override
  public Network network() {
    return FacebookWebhook.INSTAGRAM;
  }

  @Override
  public String permissions() {
    return "instagram_basic, instagram_manage_comments and pages_read_engagement";
  }

  @Override
  public List<String> lists() {
    return List.of(id + "/media");
  }

  @Override
  public String fields() {
    return "id,permalink,timestamp,username," + BELOW;
  }

  @Override
  public long published(JsonNode post) {
    return Shown.seconds(post, "timestamp");
  }

  /** All that is listed is ours. */
  @Override
  public Optional<Shown> itself(JsonNode post) {
    return Optional.empty();
  }

  @Override
  public List<Shown> below(JsonNode post, List<JsonNode> comments) {
    String us = Json.text(post, "username");
    List<Shown> all = new ArrayList<>();
    for (JsonNode comment : comments) {
      Shown top = comment(comment, post, "");
      all.add(top);
      for (JsonNode reply : Json.elements(comment.path("replies").path("data"))) {
        all.add(comment(reply, post, top.id()));
      }
    }
    return all.stream().filter(one -> us.isEmpty() || !us.equals(one.text("username"))).toList();
  }

  private Shown comment(JsonNode comment, JsonNode post, String top) {
    String own = Change.id(comment, "id");
    String picture = Change.id(post, "id");
    String told = Change.id(comment, "parent_id");
    String parent = told.isEmpty() ? top : told;
    return new Shown(
        comment,
        own,
        picture.isEmpty() ? own : picture,
        parent.isEmpty() ? (picture.isEmpty() ? own : picture) : parent,
        Json.text(post, "permalink"),
        published(comment),
        false);
  }

  private Shown mentionedIn(JsonNode comment, JsonNode media) {
    Shown shown = comment(comment, media, "");
    return new Shown(
        comment, shown.id(), shown.post(), shown.parent(), shown.link(), shown.published(), true);
  }

  private Shown mentionedBy(JsonNode media) {
    String own = Change.id(media, "id");
    return new Shown(media, own, own, "", Json.text(media, "permalink"), published(media), true);
  }

  /** The creator is named by {@code user} only where it is us (IG Comment, fields). */
  @Override
  public boolean isOurs(Shown shown) {
    return isOurAnswer(shown.node());
  }

  @Override
  public boolean isOurAnswer(JsonNode answer) {
    return !id.isEmpty() && answer.path("user").hasNonNull("id");
  }

  @Override
  public Mention read(Shown shown) {
    if (shown.id().isEmpty()) throw new UnusableItem("has no usable id");
    String said = shown.isComment() ? shown.text("text") : shown.text("caption");
    String words = PlainText.tidy(said);
    // an id leads to no page on Instagram: the picture, or else the network itself, is the nearest
    URI link = WebLink.of(shown.link()).orElse(SITE);
    return new Mention(
        mentionId(shown.id()),
        new Revision(words, true).name(),
        shown.post(),
        link,
        author(shown.node()),
        words.isEmpty() ? link.toString() : words,
        shown.isComment() ? MentionKind.REPLY : MentionKind.POST,
        "",
        shown.isComment() ? mentionId(shown.parent()) : null,
        null,
        shown.foreign() ? new ReplyWay.ByHand(link, MENTION_BY_HAND) : way(shown.post(), link),
        shown.publishedAt());
  }

  static Author author(JsonNode node) {
    String named = Json.text(node.path("from"), "username");
    String handle = named.isEmpty() ? Json.text(node, "username") : named;
    if (!handle.matches("[\\w.]{1,30}")) return Author.UNKNOWN;
    return new Author(handle, "", SITE.resolve("/" + handle + "/"), 0);
  }

  @Override
  public ReplyWay way(String post, URI link) {
    return notByApi.isEmpty() ? new ReplyWay.Api() : new ReplyWay.ByHand(link, notByApi);
  }

  /** A comment below our own; one elsewhere that names us; a picture whose caption names us. */
  @Override
  public List<Way> waysTo(String wanted) {
    String comment = "mentioned_comment.comment_id(" + wanted + ")";
    String media = "mentioned_media.media_id(" + wanted + ")";
    return List.of(
        new Way(
            FacebookPage.asked(wanted, COMMENT + ",media{id,permalink}"),
            node -> comment(node, node.path("media"), "")),
        new Way(
            FacebookPage.asked(id, comment + "{id,text,timestamp,media{id,permalink}}"),
            node -> {
              JsonNode found = node.path("mentioned_comment");
              return mentionedIn(found, found.path("media"));
            }),
        new Way(
            FacebookPage.asked(id, media + "{id,caption,timestamp,username,permalink}"),
            node -> mentionedBy(node.path("mentioned_media"))));
  }

  /** Links name posts by another code than the API does. */
  @Override
  public Optional<String> idIn(URI link) {
    return Optional.empty();
  }

  @Override
  public int longest() {
    return 2_200;
  }

  @Override
  public String answers() {
    return "replies";
  }

  @Override
  public String answerFields() {
    return "id,text,user";
  }

  @Override
  public String words(JsonNode answer) {
    return Json.text(answer, "text");
  }

  @Override
  public URI link(JsonNode answer, Mention to) {
    return to.link();
  }
}
