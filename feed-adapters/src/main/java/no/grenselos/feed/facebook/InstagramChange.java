package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;

/**
 * A change of an Instagram account's fields {@code comments} and {@code live_comments}; of {@code
 * mentions} Meta tells ids only. Edits and deletes are not told at all. The picture or film is the
 * conversation.
 */
record InstagramChange(Change change, boolean recorded, Answering answering) {

  /**
   * @throws UnusableItem with the reason why it is no event for us
   */
  MentionEvent event() {
    return switch (change.field()) {
      case "comments", "live_comments" -> new MentionEvent.Posted(comment());
      case "mentions" -> new MentionEvent.Posted(mentioned());
      default -> throw new UnusableItem("is of a field not listened to");
    };
  }

  private Mention comment() {
    String id = change.id("id");
    if (id.isEmpty()) throw new UnusableItem("names no comment");
    if (change.byOurselves() && !recorded) throw new UnusableItem("is by the account itself");
    String text = PlainText.tidy(change.text("text"));
    if (text.isEmpty()) throw new UnusableItem("has no words");
    JsonNode media = change.value().path("media");
    String picture = Change.id(media, "id");
    String parent = change.id("parent_id");
    String answered = parent.isEmpty() ? picture : parent;
    // an id leads to no page on Instagram: the network's own address is the nearest
    URI link = WebLink.of(Json.text(media, "permalink")).orElse(InstagramAccount.SITE);
    return new Mention(
        mentionId(id),
        new Revision(text, !author().equals(Author.UNKNOWN)).name(),
        picture.isEmpty() ? id : picture,
        link,
        author(),
        text,
        MentionKind.REPLY,
        "",
        answered.isEmpty() ? null : mentionId(answered),
        null,
        way(picture, link),
        change.at());
  }

  /** A private reply would be another matter (IG Comment Replies, limitations). */
  private ReplyWay way(String picture, URI link) {
    return change.field().equals("live_comments")
        ? new ReplyWay.ByHand(link, "Instagram takes no answers to a live film through the API.")
        : answering.way(picture, link);
  }

  /** Told by its ids only: its words come when it is asked for. */
  private Mention mentioned() {
    if (recorded) {
      throw new UnusableItem(
          "does not tell its words: they can only be read with the account's token");
    }
    String comment = change.id("comment_id");
    String picture = change.id("media_id");
    String id = comment.isEmpty() ? picture : comment;
    if (id.isEmpty()) throw new UnusableItem("names neither a comment nor a picture");
    boolean below = !comment.isEmpty() && !picture.isEmpty();
    return new Mention(
        mentionId(id),
        new Revision("", false).name(),
        picture.isEmpty() ? id : picture,
        InstagramAccount.SITE,
        Author.UNKNOWN,
        InstagramAccount.SITE.toString(),
        below ? MentionKind.REPLY : MentionKind.POST,
        "",
        below ? mentionId(picture) : null,
        null,
        new ReplyWay.ByHand(InstagramAccount.SITE, InstagramAccount.MENTION_BY_HAND),
        change.at());
  }

  private Author author() {
    return InstagramAccount.author(change.value());
  }

  private static MentionId mentionId(String id) {
    return new MentionId(FacebookWebhook.INSTAGRAM, id);
  }
}
