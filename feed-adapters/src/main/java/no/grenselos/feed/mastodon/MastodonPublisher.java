package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Network;

/**
 * Answers a post in public, with the author's @name in front as Mastodon's own clients do: without
 * it the author is not notified. A repeated key is recognised by the server for an hour
 * (docs.joinmastodon.org, Post a new status, Idempotency-Key).
 */
record MastodonPublisher(MastodonApi api) implements Publisher {
  private static final int MOST = 500;

  /** A link counts as so many characters, whatever its length (docs, configuration.statuses). */
  private static final String LINK_STAND_IN = "x".repeat(23);

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern FAR_MENTION = Pattern.compile("(@\\w+)@[\\w.-]+\\w");
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  @Override
  public Network network() {
    return MastodonFeedProvider.NETWORK;
  }

  @Override
  public int maxLength() {
    return MOST;
  }

  /** Characters as people see them; of {@code @user@server} only {@code @user} counts. */
  @Override
  public int length(String text) {
    String counted = LINK.matcher(text).replaceAll(LINK_STAND_IN);
    counted = FAR_MENTION.matcher(counted).replaceAll("$1");
    return Math.toIntExact(CHARACTER.matcher(counted).results().count());
  }

  @Override
  public Publication publish(Reply reply) {
    Optional<String> target = target(reply);
    if (target.isEmpty()) {
      return new Publication.Refused("The post is on another server than " + host() + ".");
    }
    String text = addressed(reply);
    if (length(text) > MOST) {
      return new Publication.Refused(
          "With the author's name in front it is "
              + length(text)
              + " characters; "
              + MOST
              + " is the most.");
    }
    JsonNode post =
        Json.object()
            .put("status", text)
            .put("in_reply_to_id", target.get())
            .put("visibility", "public");
    Map<String, String> headers = new HashMap<>(api.headers());
    headers.put("Idempotency-Key", reply.key());
    return outcome(
        api.client().post(api.address("api/v1/statuses").build(), headers, Json.body(post)));
  }

  private Optional<String> target(Reply reply) {
    String id = reply.to().id().id();
    String prefix = host() + "/";
    return id.startsWith(prefix) ? Optional.of(id.substring(prefix.length())) : Optional.empty();
  }

  private static String addressed(Reply reply) {
    String mention = "@" + reply.to().author().handle();
    boolean there = reply.to().author().handle().isEmpty() || reply.text().contains(mention);
    return there ? reply.text() : mention + " " + reply.text();
  }

  private Publication outcome(Answer answer) {
    return switch (answer) {
      case Answer.Ok ok -> published(ok);
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(Duration.ZERO, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> new Publication.Refused(refusal(denied));
    };
  }

  private Publication published(Answer.Ok ok) {
    JsonNode status = Json.parse(ok.body().bytes()).orElseGet(Json::object);
    String id = Json.text(status, "id");
    Optional<URI> link = WebLink.of(Json.text(status, "url"));
    if (id.isEmpty() || link.isEmpty()) {
      return new Publication.Unsure(Duration.ZERO, "the server's answer does not name the post");
    }
    StatusReader reader = new StatusReader(api.server(), true);
    return new Publication.Published(reader.mentionId(id), link.get());
  }

  private String refusal(Answer.Denied denied) {
    return switch (denied.status()) {
      case 401 -> host() + " does not accept the token: make a new one and set MASTODON_TOKEN.";
      case 403 -> "The account may not post here: the token needs the scope write:statuses.";
      case 404 -> "The post to answer is gone.";
      case 422 -> host() + " will not take the text: " + said(denied);
      default -> host() + " rejects the answer (" + denied.status() + ").";
    };
  }

  /** The server's own words, without our token should it repeat it. */
  private String said(Answer.Denied denied) {
    JsonNode answer = Json.parse(denied.body().bytes()).orElseGet(Json::object);
    String said = PlainText.line(Json.text(answer, "error"), 200);
    String safe = api.token().map(token -> said.replace(token.reveal(), "***")).orElse(said);
    return safe.isEmpty() ? "no reason given" : safe;
  }

  private String host() {
    return api.server().host();
  }
}
