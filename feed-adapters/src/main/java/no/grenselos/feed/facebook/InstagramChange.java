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
record InstagramChange(Change change, boolean withOwn, String notByApi) {
  private static final URI INSTAGRAM = URI.create("https://www.instagram.com/");

  /**
   * @throws UnusableItem with the reason why it is no event for us
   */
  MentionEvent event() {
    return switch (change.field()) {
      case "comments", "live_comments" -> new MentionEvent.Posted(comment());
      case "mentions" ->
          throw new UnusableItem(
              "does not tell its words: they can only be read with the account's token");
      default -> throw new UnusableItem("is of a field not listened to");
    };
  }

  private Mention comment() {
    String id = change.id("id");
    if (id.isEmpty()) throw new UnusableItem("names no comment");
    if (change.byOurselves() && !withOwn) throw new UnusableItem("is by the account itself");
    String text = PlainText.tidy(change.text("text"));
    if (text.isEmpty()) throw new UnusableItem("has no words");
    JsonNode media = change.value().path("media");
    String picture = Change.id(media, "id");
    String parent = change.id("parent_id");
    String answered = parent.isEmpty() ? picture : parent;
    // an id leads to no page on Instagram: the network's own address is the nearest
    URI link = WebLink.of(Json.text(media, "permalink")).orElse(INSTAGRAM);
    return new Mention(
        mentionId(id),
        "",
        picture.isEmpty() ? id : picture,
        link,
        author(),
        text,
        MentionKind.REPLY,
        "",
        answered.isEmpty() ? null : mentionId(answered),
        null,
        new ReplyWay.ByHand(link, notByApi),
        change.at());
  }

  private Author author() {
    String handle = Json.text(change.value().path("from"), "username");
    if (!handle.matches("[\\w.]{1,30}")) return Author.UNKNOWN;
    return new Author(handle, "", URI.create("https://www.instagram.com/" + handle + "/"), 0);
  }

  private static MentionId mentionId(String id) {
    return new MentionId(FacebookWebhook.INSTAGRAM, id);
  }
}
