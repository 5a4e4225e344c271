package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * Answers a post in its thread. The reply's record has a name made of the reply's key and is put
 * there only where no record of that name is ({@code swapRecord: null}, lexicon
 * com.atproto.repo.putRecord), so that attempts never double, whatever became of the one before.
 * Looking for an earlier reply first would leave a gap between looking and writing.
 */
record BlueskyPublisher(BlueskyApi api, Clock clock) implements Publisher {
  @Override
  public Network network() {
    return BlueskyFeedProvider.NETWORK;
  }

  @Override
  public int maxLength() {
    return ReplyText.MOST;
  }

  @Override
  public int length(String text) {
    return new ReplyText(text).length();
  }

  @Override
  public Publication publish(Reply reply) {
    Optional<AtUri> parent = AtUri.post(reply.to().id().id());
    if (parent.isEmpty()) return new Publication.Refused("This is no post of Bluesky.");
    if (length(reply.text()) > ReplyText.MOST) {
      return new Publication.Refused(
          "It counts " + length(reply.text()) + " characters; " + ReplyText.MOST + " is the most.");
    }
    return switch (api.session().current(api.client())) {
      case Session.Not not -> trouble(not.trouble());
      case Session.Open open ->
          switch (api.posts(List.of(parent.get().toString()))) {
            case Answer.Ok ok -> answered(reply, BlueskyApi.body(ok).path("posts"), open);
            case Answer.Trouble trouble -> trouble(trouble);
          };
    };
  }

  private Publication answered(Reply reply, JsonNode posts, Session.Open open) {
    if (!posts.isArray()) {
      return new Publication.Unsure(Duration.ZERO, "the network does not show the post");
    }
    JsonNode parent = posts.path(0);
    if (posts.isEmpty()) return new Publication.Refused("The post to answer is gone.");
    if (parent.path("viewer").path("replyDisabled").asBoolean()) {
      return new Publication.Refused("The author lets only some people answer this post.");
    }
    String key = RecordKey.of(reply.key(), reply.to().publishedAt());
    ObjectNode put =
        Json.object()
            .put("repo", open.did())
            .put("collection", AtUri.POSTS)
            .put("rkey", key)
            .putNull("swapRecord");
    put.set("record", record(reply.text(), parent));
    HttpUrl address = api.method("com.atproto.repo.putRecord").build();
    return outcome(api.post(address, Json.body(put)), new AtUri(open.did(), AtUri.POSTS, key));
  }

  private JsonNode record(String text, JsonNode parent) {
    ObjectNode post = Json.object().put("$type", AtUri.POSTS).put("text", text);
    ArrayNode facets = new ReplyText(text).facets(this::didOf);
    if (!facets.isEmpty()) post.set("facets", facets);
    ObjectNode thread = post.putObject("reply");
    JsonNode root = parent.path("record").path("reply").path("root");
    thread.set("root", strongRef(AtUri.post(Json.text(root, "uri")).isPresent() ? root : parent));
    thread.set("parent", strongRef(parent));
    return post.put("createdAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static JsonNode strongRef(JsonNode post) {
    return Json.object().put("uri", Json.text(post, "uri")).put("cid", Json.text(post, "cid"));
  }

  /** A name that nobody has, or that cannot be looked up now, stays plain text. */
  private Optional<String> didOf(String handle) {
    HttpUrl address =
        api.method("com.atproto.identity.resolveHandle")
            .addQueryParameter("handle", handle)
            .build();
    if (!(api.get(address) instanceof Answer.Ok ok)) return Optional.empty();
    return Optional.of(Json.text(BlueskyApi.body(ok), "did")).filter(did -> did.startsWith("did:"));
  }

  private Publication outcome(Answer answer, AtUri ours) {
    return switch (answer) {
      case Answer.Ok ok -> published(ours);
      case Answer.Denied denied when BlueskyApi.error(denied).equals("InvalidSwap") ->
          published(ours); // an earlier attempt arrived
      case Answer.Trouble trouble -> trouble(trouble);
    };
  }

  private static Publication published(AtUri ours) {
    return new Publication.Published(ours.mentionId(), ours.page(ours.did()));
  }

  private Publication trouble(Answer.Trouble trouble) {
    return switch (trouble) {
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(Duration.ZERO, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> new Publication.Refused(refusal(denied.status()));
    };
  }

  private String refusal(int status) {
    String who = api.session().service().host();
    return switch (status) {
      case 401, 403 ->
          who
              + " does not let the account answer: make a new app password and set"
              + " BLUESKY_APP_PASSWORD.";
      default -> who + " rejects the answer (" + status + ").";
    };
  }
}
