package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.jspecify.annotations.Nullable;

/**
 * Makes mentions of X posts. Each edit on X is a post with an id of its own; the first id names the
 * mention, the edited post's own id its revision (docs.x.com, Edit Posts). Posts withheld somewhere
 * and posts of protected accounts are refused.
 *
 * @param account our own handle; empty when not told
 * @param mayReply whether a user token is there
 */
record PostReader(String account, boolean mayReply) {
  private static final Pattern ID = Pattern.compile("\\d{1,19}");
  private static final Pattern HANDLE = Pattern.compile("\\w{1,50}");
  private static final List<String> NO_LANGUAGE = List.of("und", "zxx", "art");

  /**
   * @throws UnusableItem when it is no post, or none that may be shown
   */
  Mention read(JsonNode post, XPage page) {
    String id = Json.text(post, "id");
    if (!ID.matcher(id).matches() || !post.has("text")) throw new UnusableItem("is not a post");
    JsonNode author = page.users().getOrDefault(Json.text(post, "author_id"), Json.object());
    refuseHidden(post, author);
    String first = post.path("edit_history_tweet_ids").path(0).asText(id);
    Optional<JsonNode> original = referred("retweeted", post).map(page.referred()::get);
    String conversation = Json.text(post, "conversation_id");
    return new Mention(
        mentionId(first),
        first.equals(id) ? "" : id,
        conversation.isEmpty() ? first : conversation,
        URI.create("https://x.com/i/web/status/" + id),
        author(author),
        XText.of(original.orElse(post)),
        kind(post),
        language(post),
        referred("replied_to", post).map(PostReader::mentionId).orElse(null),
        reshared(post),
        replyWay(post, page, id),
        Json.moment(post, "created_at"));
  }

  private static MentionId mentionId(String id) {
    return new MentionId(XFeedProvider.NETWORK, id);
  }

  private static void refuseHidden(JsonNode post, JsonNode author) {
    if (author.path("protected").asBoolean()) {
      throw new UnusableItem("is of a protected account");
    }
    JsonNode withheld = post.path("withheld");
    if (!withheld.isObject()) return;
    String where =
        Json.elements(withheld.path("country_codes")).stream()
            .map(code -> code.asText(""))
            .filter(code -> code.matches("[A-Z]{2}"))
            .collect(Collectors.joining(", "));
    throw new UnusableItem("is withheld by X" + (where.isEmpty() ? "" : " in " + where));
  }

  private static Author author(JsonNode user) {
    String handle = Json.text(user, "username");
    if (!HANDLE.matcher(handle).matches()) return Author.UNKNOWN;
    return new Author(
        handle,
        Json.text(user, "name"),
        URI.create("https://x.com/" + handle),
        Math.max(0, user.path("public_metrics").path("followers_count").asInt()));
  }

  private static MentionKind kind(JsonNode post) {
    if (referred("retweeted", post).isPresent()) return MentionKind.RESHARE;
    if (referred("quoted", post).isPresent()) return MentionKind.QUOTE;
    return referred("replied_to", post).isPresent() ? MentionKind.REPLY : MentionKind.POST;
  }

  private static @Nullable MentionId reshared(JsonNode post) {
    return referred("retweeted", post)
        .or(() -> referred("quoted", post))
        .map(PostReader::mentionId)
        .orElse(null);
  }

  static Optional<String> referred(String type, JsonNode post) {
    return Json.elements(post.path("referenced_tweets")).stream()
        .filter(reference -> Json.text(reference, "type").equals(type))
        .map(reference -> Json.text(reference, "id"))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  /** X's codes for "no language" are no languages. */
  private static String language(JsonNode post) {
    String lang = Json.text(post, "lang");
    boolean none = lang.startsWith("q") || NO_LANGUAGE.contains(lang);
    return none ? "" : lang;
  }

  /**
   * Self-serve access may only answer authors who mention or quote the answering account
   * (docs.x.com, Create Post).
   */
  private ReplyWay replyWay(JsonNode post, XPage page, String id) {
    if (mayReply && callsUs(post, page)) return new ReplyWay.Api();
    String reason =
        mayReply
            ? "X lets an app answer only those who mention or quote its account."
            : "No token of our account is set (X_USER_TOKEN).";
    URI box = URI.create("https://x.com/intent/tweet?in_reply_to=" + id);
    return new ReplyWay.ByHand(box, reason);
  }

  private boolean callsUs(JsonNode post, XPage page) {
    if (account.isEmpty()) return false;
    boolean mentioned =
        Json.elements(post.path("entities").path("mentions")).stream()
            .anyMatch(mention -> isUs(Json.text(mention, "username")));
    return mentioned
        || referred("quoted", post)
            .map(page.referred()::get)
            .map(quoted -> page.users().get(Json.text(quoted, "author_id")))
            .filter(user -> isUs(Json.text(user, "username")))
            .isPresent();
  }

  private boolean isUs(String handle) {
    return account.equalsIgnoreCase(handle);
  }
}
