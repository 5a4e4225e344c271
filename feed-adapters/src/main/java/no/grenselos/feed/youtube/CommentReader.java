package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
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
import okhttp3.HttpUrl;

/**
 * Makes mentions of comments. A thread is the conversation. YouTube tells neither the language nor
 * how many follow somebody.
 *
 * @param notByApi why answers go by hand, in plain English; empty when the API takes them
 */
record CommentReader(Optional<String> notByApi) {
  private static final HttpUrl SITE = HttpUrl.get("https://www.youtube.com/");

  /**
   * @throws UnusableItem when it is no comment, or has no words
   */
  Mention read(Comment comment) {
    if (comment.id().isEmpty()) throw new UnusableItem("has no usable id");
    String text = text(comment.snippet());
    if (text.isEmpty()) throw new UnusableItem("has no words");
    URI link = link(comment);
    return new Mention(
        mentionId(comment.id()),
        comment.revision(),
        comment.thread(),
        link,
        author(comment.snippet()),
        text,
        comment.isReply() ? MentionKind.REPLY : MentionKind.POST,
        "",
        comment.isReply() ? mentionId(comment.thread()) : null,
        null,
        notByApi
            .<ReplyWay>map(reason -> new ReplyWay.ByHand(link, reason))
            .orElseGet(ReplyWay.Api::new),
        Json.moment(comment.snippet(), "publishedAt"));
  }

  static MentionId mentionId(String id) {
    return new MentionId(YouTubeFeedProvider.NETWORK, id);
  }

  /** What is shown is HTML; a picture without words speaks by its address. */
  private static String text(JsonNode snippet) {
    String words = PlainText.ofHtml(Json.text(snippet, "textDisplay"));
    if (words.isEmpty()) words = PlainText.tidy(Json.text(snippet, "textOriginal"));
    return words.isEmpty()
        ? WebLink.of(Json.text(snippet, "imageUrl")).map(URI::toString).orElse("")
        : words;
  }

  /** Names that begin with @ are handles; older ones several people may have, so the id counts. */
  private static Author author(JsonNode snippet) {
    String shown = PlainText.line(Json.text(snippet, "authorDisplayName"), 200);
    URI link = WebLink.of(Json.text(snippet, "authorChannelUrl")).orElse(null);
    return shown.length() > 1 && shown.startsWith("@")
        ? new Author(shown.substring(1), "", link, 0)
        : new Author(Comment.id(snippet.path("authorChannelId"), "value"), shown, link, 0);
  }

  /** Opens the video with the comment on top; the channel where the video is not told. */
  private static URI link(Comment comment) {
    String channel = Comment.id(comment.snippet(), "channelId");
    HttpUrl.Builder link = SITE.newBuilder();
    if (!comment.video().isEmpty()) {
      link.addPathSegment("watch").addQueryParameter("v", comment.video());
    } else if (!channel.isEmpty()) {
      link.addPathSegment("channel").addPathSegment(channel);
    }
    return link.addQueryParameter("lc", comment.id()).build().uri();
  }
}
