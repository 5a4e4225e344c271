package no.grenselos.feed.facebook;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * A change of a page's fields {@code feed}, {@code mention} and {@code ratings}. The post is the
 * conversation of its comments.
 *
 * <p>What is hidden is not gone: {@code hide} is something our own page did, its author and their
 * friends still see the words, and whoever works on the answer has to. So it changes nothing here,
 * nor does {@code unhide}. Only {@code remove} is a delete.
 *
 * <p>Without its words or its author it is told by half: it comes with what is there, under a
 * revision that the feed beside the webhook replaces.
 */
record PageChange(Change change, boolean recorded, Answering answering) {
  private static final List<String> FIELDS = List.of("feed", "mention", "ratings");
  private static final List<String> POSTS = List.of("post", "status", "photo", "video", "share");

  /**
   * @throws UnusableItem with the reason why it is no event for us
   */
  MentionEvent event() {
    if (!FIELDS.contains(change.field())) throw new UnusableItem("is of a field not listened to");
    return switch (change.text("item")) {
      case "like", "reaction" -> liked();
      case "comment" -> written(change.id("comment_id"));
      case "rating" -> written(change.id("open_graph_story_id"));
      case String item when POSTS.contains(item) -> written(change.id("post_id"));
      default -> throw new UnusableItem("is neither a post, a comment, a review nor a like");
    };
  }

  private MentionEvent liked() {
    if (!change.text("verb").equals("add")) {
      throw new UnusableItem("is a like changed or taken back");
    }
    String comment = change.id("comment_id");
    String what = comment.isEmpty() ? change.id("post_id") : comment;
    if (what.isEmpty()) throw new UnusableItem("is a like of the page, not of a post");
    String who = change.who().handle();
    if (who.isEmpty()) throw new UnusableItem("does not say who likes it");
    return new MentionEvent.Liked(mentionId(what), who, change.at());
  }

  private MentionEvent written(String id) {
    String verb = change.text("verb");
    return switch (verb) {
      case "add" -> new MentionEvent.Posted(mention(named(id)));
      case "edited", "edit" -> new MentionEvent.Edited(mention(named(id)));
      case "remove" -> new MentionEvent.Deleted(mentionId(named(id)), change.toldAt());
      case "hide", "unhide" ->
          throw new UnusableItem("was hidden or shown by the page, which changes nothing here");
      case "block", "unblock", "mute" ->
          throw new UnusableItem("was held back by Facebook, or let go");
      default -> throw new UnusableItem("is another act than writing, editing or removing");
    };
  }

  private static String named(String id) {
    if (id.isEmpty()) throw new UnusableItem("names no post or comment");
    return id;
  }

  private Mention mention(String id) {
    if (change.byOurselves() && !recorded) throw new UnusableItem("is by the page itself");
    String text = text();
    if (text.isEmpty() && recorded) {
      throw new UnusableItem(
          "does not tell its words: they can only be read with the page's token");
    }
    String post = change.id("post_id");
    String parent = change.id("parent_id");
    boolean isComment = change.text("item").equals("comment");
    URI link = PageLink.of(permalink(), id, post, isComment);
    boolean whole = !words().isEmpty() && !change.who().handle().isEmpty();
    return new Mention(
        mentionId(id),
        new Revision(words(), whole).name(),
        post.isEmpty() ? id : post,
        link,
        change.who(),
        text.isEmpty() ? link.toString() : text,
        isComment ? MentionKind.REPLY : MentionKind.POST,
        "",
        isComment ? answered(parent.isEmpty() ? post : parent) : null,
        null,
        answering.way(post.isEmpty() ? id : post, link),
        change.at());
  }

  private static @Nullable MentionId answered(String parent) {
    return parent.isEmpty() ? null : mentionId(parent);
  }

  private static MentionId mentionId(String id) {
    return new MentionId(FacebookWebhook.FACEBOOK, id);
  }

  private String words() {
    String words = change.text("message");
    return PlainText.tidy(words.isEmpty() ? change.text("review_text") : words);
  }

  /** The words, and what they share; a picture without words by its address. */
  private String text() {
    String words = words();
    boolean share = change.text("item").equals("share");
    if (share || words.isEmpty()) {
      words +=
          "\n\n" + address("link").or(() -> address("photo")).or(() -> address("video")).orElse("");
    }
    return PlainText.tidy(words);
  }

  private Optional<String> address(String name) {
    return WebLink.of(change.text(name)).map(URI::toString);
  }

  private String permalink() {
    String given = change.text("permalink_url");
    return given.isEmpty() ? Json.text(change.value().path("post"), "permalink_url") : given;
  }
}
