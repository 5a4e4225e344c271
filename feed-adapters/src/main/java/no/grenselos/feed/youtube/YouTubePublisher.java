package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.EarlierAnswer;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * Answers as our channel, below the thread's first comment: YouTube has no replies to replies. It
 * knows no idempotency key, so every attempt first looks for a reply of ours with the same words.
 * An answer that YouTube holds back for review is not among them, and would be given again if its
 * first attempt had ended unsure.
 *
 * @param units of the day, for when they end only: answers are not counted here
 */
record YouTubePublisher(YouTubeAccount account, DailyUnits units) implements Publisher {
  private static final int MOST = 10_000;
  private static final int MOST_PAGES = 10;
  private static final Duration SETTLES = Duration.ofMinutes(2);
  private static final Duration TOO_FAST = Duration.ofMinutes(1);

  @Override
  public Network network() {
    return YouTubeFeedProvider.NETWORK;
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
    return already(reply).orElseGet(() -> send(reply));
  }

  private Optional<Publication> already(Reply reply) {
    String pageToken = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      switch (looked(account.replies(reply.to().conversation(), pageToken))) {
        // a look that fails must not become a second answer
        case YouTubeApi.Loaded.Not not -> {
          return Optional.of(EarlierAnswer.notLooked(not.fetch(), SETTLES));
        }
        case YouTubeApi.Loaded.Page page -> {
          Optional<Publication> ours =
              page.items().stream()
                  .filter(item -> isThis(item, reply))
                  .map(item -> published(item, reply.to()))
                  .findFirst();
          if (ours.isPresent() || page.next().isEmpty()) return ours;
          pageToken = page.next();
        }
      }
    }
    return Optional.empty();
  }

  private YouTubeApi.Loaded looked(Answer answer) {
    return switch (answer) {
      case Answer.Ok ok -> YouTubeApi.loaded(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Trouble trouble ->
          new YouTubeApi.Loaded.Not(trouble.asFetch(this::notShown), false);
    };
  }

  private Fetch notShown(Answer.Denied denied) {
    ApiError error = ApiError.of(denied);
    if (error.quotaEnded()) return units.usedUp();
    if (error.tooFast()) return new Fetch.Wait(TOO_FAST, "YouTube was asked too fast");
    return new Fetch.Refused(refusal(error), "Answer it on YouTube itself.");
  }

  private boolean isThis(JsonNode item, Reply reply) {
    JsonNode snippet = item.path("snippet");
    String original = Json.text(snippet, "textOriginal");
    String text = original.isEmpty() ? Json.text(snippet, "textDisplay") : original;
    return Json.text(snippet.path("authorChannelId"), "value").equals(account.channel())
        && words(text).equals(words(reply.text()));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private Publication send(Reply reply) {
    return switch (account.insert(reply.to().conversation(), reply.text())) {
      case Answer.Ok ok ->
          published(Json.parse(ok.body().bytes()).orElseGet(Json::object), reply.to());
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(SETTLES, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> denied(ApiError.of(denied));
    };
  }

  private Publication denied(ApiError error) {
    if (error.quotaEnded()) {
      return new Publication.Wait(units.untilReset(), "the day's quota units are used up");
    }
    if (error.tooFast()) return new Publication.Wait(TOO_FAST, "YouTube was asked too fast");
    return new Publication.Refused(refusal(error) + ".");
  }

  /** Opens the video as the answered comment's link does. */
  private static Publication published(JsonNode comment, Mention to) {
    String id = Comment.id(comment, "id");
    HttpUrl link = HttpUrl.get(to.link());
    if (id.isEmpty() || link == null) {
      return new Publication.Unsure(SETTLES, "YouTube's answer does not name the comment");
    }
    URI there = link.newBuilder().setQueryParameter("lc", id).build().uri();
    return new Publication.Published(CommentReader.mentionId(id), there);
  }

  private static String refusal(ApiError error) {
    if (error.says("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions")) {
      return "Our channel's token lacks the scope youtube.force-ssl";
    }
    if (error.says("ineligibleAccount")) return "Our account has no channel that may comment";
    if (error.says("commentTextTooLong")) return "YouTube finds the text too long";
    if (error.says("operationNotSupported", "commentsDisabled")) return "Nobody may reply there";
    if (error.says("parentCommentIsPrivate")) return "The comment to answer is private";
    return switch (error.status()) {
      case 401 -> "YouTube does not accept our channel's token";
      case 403 -> "Our channel may not comment there";
      case 404 -> "The comment to answer is gone";
      default -> "YouTube will not take it (" + error.shown() + ")";
    };
  }
}
