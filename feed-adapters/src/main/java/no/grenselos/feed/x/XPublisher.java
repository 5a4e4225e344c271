package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Secret;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.EarlierAnswer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * Answers a post as our account. X knows no idempotency key, so every attempt first looks for an
 * answer of ours to the same post with the same words. The search shows a post about half a minute
 * late, which is why {@link Publication.Unsure} asks for a minute.
 *
 * @param reading the app's access, for the look
 * @param account our own handle; without it the look is left out
 */
record XPublisher(XApi reading, FeedClient client, HttpUrl api, Secret token, String account)
    implements Publisher {
  /** Recent search ends 30 seconds before now by default (docs.x.com, search/recent), with room. */
  private static final Duration SETTLES = Duration.ofMinutes(1);

  private static final Pattern LEADING_MENTIONS = Pattern.compile("^(@\\w+\\s+)+");

  @Override
  public Network network() {
    return XFeedProvider.NETWORK;
  }

  @Override
  public int maxLength() {
    return XText.MOST;
  }

  @Override
  public int length(String text) {
    return XText.length(text);
  }

  @Override
  public Publication publish(Reply reply) {
    if (length(reply.text()) > XText.MOST) {
      return new Publication.Refused(
          "It counts "
              + length(reply.text())
              + " characters on X; "
              + XText.MOST
              + " is the most.");
    }
    return already(reply).orElseGet(() -> send(reply));
  }

  private Publication send(Reply reply) {
    ObjectNode post = Json.object().put("text", reply.text());
    post.putObject("reply").put("in_reply_to_tweet_id", latestId(reply));
    HttpUrl address = api.newBuilder().addPathSegments("2/tweets").build();
    return switch (client.post(address, XApi.headers(token), Json.body(post))) {
      case Answer.Ok ok ->
          Optional.of(
                  Json.text(
                      Json.parse(ok.body().bytes()).orElseGet(Json::object).path("data"), "id"))
              .filter(id -> id.matches("\\d{1,19}"))
              .map(this::published)
              .orElseGet(
                  () -> new Publication.Unsure(SETTLES, "X's answer does not name the post"));
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(SETTLES, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> new Publication.Refused(refusal(denied));
    };
  }

  /** An answer is to the edited post where there is one. */
  private static String latestId(Reply reply) {
    String revision = reply.to().revision();
    return revision.isEmpty() ? reply.to().id().id() : revision;
  }

  private Optional<Publication> already(Reply reply) {
    if (account.isEmpty() || reading.token().isEmpty()) return Optional.empty();
    String query = "from:" + account + " " + whereAnswered(reply);
    return switch (reading.page(XQuery.ofSearch(api, query).address())) {
      case XApi.Loaded.Page loaded ->
          loaded.page().posts().stream()
              .filter(post -> isThis(post, reply))
              .map(post -> Json.text(post, "id"))
              .findFirst()
              .map(this::published);
      // a look that fails must not become a second answer
      case XApi.Loaded.Not not -> Optional.of(EarlierAnswer.notLooked(not.fetch(), SETTLES));
      case XApi.Loaded.Outdated outdated ->
          Optional.of(EarlierAnswer.notLooked(outdated.fetch(), SETTLES));
    };
  }

  /** A webhook in the older shape does not name the conversation that an answer is part of. */
  private static String whereAnswered(Reply reply) {
    Mention to = reply.to();
    boolean unknown = to.inReplyTo() != null && to.conversation().equals(to.id().id());
    return unknown
        ? "in_reply_to_tweet_id:" + latestId(reply)
        : "conversation_id:" + to.conversation();
  }

  private static boolean isThis(JsonNode post, Reply reply) {
    String target = PostReader.referred("replied_to", post).orElse("");
    boolean sameTarget = target.equals(reply.to().id().id()) || target.equals(latestId(reply));
    return sameTarget && words(XText.of(post)).equals(words(reply.text()));
  }

  private static String words(String text) {
    String bare = LEADING_MENTIONS.matcher(text.strip() + " ").replaceFirst("");
    return bare.replaceAll("\\s+", " ").strip();
  }

  private Publication published(String id) {
    return new Publication.Published(
        new MentionId(XFeedProvider.NETWORK, id), URI.create("https://x.com/i/web/status/" + id));
  }

  private static String refusal(Answer.Denied denied) {
    return switch (denied.status()) {
      case 401 -> "X does not accept our account's token: make a new one and set X_USER_TOKEN.";
      case 402 -> "The app's credit at X is used up.";
      case 403 ->
          "X does not allow this answer: the author must have mentioned or quoted our account, and"
              + " the same words may not be posted twice.";
      case 404 -> "The post to answer is gone.";
      default -> "X rejects the answer (" + denied.status() + ").";
    };
  }
}
