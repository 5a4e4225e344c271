package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.EarlierAnswer;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.mention.Network;

/**
 * Answers as our account. Reddit knows no idempotency key, so every attempt first looks for a
 * comment of ours under the same thing with the same words.
 */
record RedditPublisher(RedditApi api, String account) implements Publisher {
  /** Reddit refuses longer comments as TOO_LONG. */
  private static final int MOST = 10_000;

  /** An account's comments are shown from a cache; a minute is ample. */
  private static final Duration SETTLES = Duration.ofMinutes(1);

  @Override
  public Network network() {
    return RedditFeedProvider.NETWORK;
  }

  @Override
  public int maxLength() {
    return MOST;
  }

  @Override
  public int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public Publication publish(Reply reply) {
    if (length(reply.text()) > MOST) {
      return new Publication.Refused(
          "It has " + length(reply.text()) + " characters; " + MOST + " is the most.");
    }
    if (RedditThing.checked(target(reply)).isEmpty()) {
      return new Publication.Refused("This is no post or comment on Reddit.");
    }
    return already(reply).orElseGet(() -> send(reply));
  }

  private static String target(Reply reply) {
    return reply.to().id().id();
  }

  private Optional<Publication> already(Reply reply) {
    return switch (api.list(RedditListing.ofAnswers(api, account).first())) {
      case RedditApi.Loaded.Page page ->
          page.things().stream()
              .map(RedditThing::of)
              .filter(thing -> isThis(thing, reply))
              .findFirst()
              .map(this::published);
      // a look that fails must not become a second answer
      case RedditApi.Loaded.Not not -> Optional.of(EarlierAnswer.notLooked(not.fetch(), SETTLES));
    };
  }

  private static boolean isThis(RedditThing ours, Reply reply) {
    return !ours.isGone()
        && Json.text(ours.data(), "parent_id").equals(target(reply))
        && words(Json.text(ours.data(), "body")).equals(words(reply.text()));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private Publication send(Reply reply) {
    return switch (api.comment(target(reply), reply.text())) {
      case Answer.Ok ok -> outcome(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(SETTLES, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> new Publication.Refused(refusal(denied));
    };
  }

  /** Reddit says most of its refusals with status 200. */
  private Publication outcome(JsonNode answer) {
    JsonNode json = answer.path("json");
    List<JsonNode> errors = Json.elements(json.path("errors"));
    if (!errors.isEmpty()) return refused(errors.getFirst(), json.path("ratelimit").asLong());
    RedditThing ours = RedditThing.of(json.path("data").path("things").path(0));
    return ours.name().isEmpty()
        ? new Publication.Unsure(SETTLES, "Reddit's answer does not name the comment")
        : published(ours);
  }

  private static Publication refused(JsonNode error, long seconds) {
    String code = error.path(0).asText("");
    if (code.equals("RATELIMIT")) {
      long wait = seconds > 0 ? Math.min(seconds + 1, 86_400) : 600;
      return new Publication.Wait(
          Duration.ofSeconds(wait), "Reddit lets this account comment now and then only");
    }
    return new Publication.Refused(
        switch (code) {
          case "THREAD_LOCKED" -> "The thread is locked.";
          case "TOO_OLD" -> "The thread is archived: Reddit takes no more answers there.";
          case "DELETED_COMMENT", "DELETED_LINK" -> "The post to answer is gone.";
          case "TOO_LONG" -> "Reddit finds the text too long.";
          case "SUBREDDIT_NOTALLOWED", "USER_BLOCKED" -> "The account may not comment there.";
          default -> "Reddit will not take it (" + PlainText.line(code, 60) + ").";
        });
  }

  private Publication published(RedditThing ours) {
    String path = Json.text(ours.data(), "permalink");
    String made =
        "/comments/" + bare(Json.text(ours.data(), "link_id")) + "/_/" + bare(ours.name()) + "/";
    boolean usable = path.matches("/r/\\w{1,30}/comments/[\\w/-]{1,300}");
    return new Publication.Published(
        ThingReader.mentionId(ours.name()),
        URI.create("https://www.reddit.com" + (usable ? path : made)));
  }

  private static String bare(String name) {
    return RedditThing.checked(name).replaceFirst("^t[13]_", "");
  }

  private static String refusal(Answer.Denied denied) {
    return switch (denied.status()) {
      case 401 -> "Reddit does not accept our account's token: set REDDIT_REFRESH_TOKEN anew.";
      case 403 -> "The account may not comment there, or its token lacks the scope submit.";
      case 404 -> "The post to answer is gone.";
      default -> "Reddit rejects the answer (" + denied.status() + ").";
    };
  }
}
