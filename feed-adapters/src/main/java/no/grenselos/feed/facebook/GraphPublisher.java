package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
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

/**
 * Answers as our account, below the first comment of the thread, where all replies end up. Graph
 * knows no idempotency key, so every attempt first looks for an answer of ours with the same words
 * among the newest. Two attempts at the same moment could still double it; there are none, because
 * an answer is sent by one node at a time.
 */
record GraphPublisher(GraphApi api) implements Publisher {
  private static final int MOST_PAGES = 10;
  private static final Publication GONE =
      new Publication.Refused("The post to answer is gone, or not for our account to see.");
  private static final Duration SETTLES = Duration.ofMinutes(2);

  @Override
  public Network network() {
    return api.account().network();
  }

  @Override
  public int maxLength() {
    return api.account().longest();
  }

  @Override
  public int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public Publication publish(Reply reply) {
    if (length(reply.text()) > maxLength()) {
      return new Publication.Refused(
          "It has " + length(reply.text()) + " characters; " + maxLength() + " is the most.");
    }
    String below = api.account().top(reply.to()) + "/" + api.account().answers();
    return already(below, reply).orElseGet(() -> send(below, reply));
  }

  private Optional<Publication> already(String below, Reply reply) {
    GraphApi.Loaded loaded = api.answers(below);
    for (int pages = 1; ; pages++) {
      switch (loaded) {
        // a look that fails must not become a second answer
        case GraphApi.Loaded.Not not -> {
          return Optional.of(not.missing() ? GONE : EarlierAnswer.notLooked(not.fetch(), SETTLES));
        }
        case GraphApi.Loaded.Page page -> {
          Optional<Publication> ours =
              page.items().stream()
                  .filter(answer -> isThis(answer, reply))
                  .map(answer -> published(answer, reply.to()))
                  .findFirst();
          boolean last = page.next().isEmpty() || page.items().isEmpty() || pages == MOST_PAGES;
          if (ours.isPresent() || last) return ours;
          loaded = api.next(page.next());
        }
      }
    }
  }

  private boolean isThis(JsonNode answer, Reply reply) {
    return api.account().isOurAnswer(answer)
        && words(api.account().words(answer)).equals(words(reply.text()));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private Publication send(String below, Reply reply) {
    return switch (api.post(below, Map.of("message", reply.text()))) {
      case Answer.Ok ok ->
          published(Json.parse(ok.body().bytes()).orElseGet(Json::object), reply.to());
      case Answer.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Answer.Failed failed -> new Publication.Unsure(SETTLES, failed.reason());
      case Answer.NotAllowed not -> new Publication.Refused(not.reason() + ". " + not.whatToDo());
      case Answer.Denied denied -> denied(GraphError.of(denied));
    };
  }

  private Publication denied(GraphError error) {
    if (error.saidBefore()) {
      return new Publication.Unsure(SETTLES, "Meta says that the same words were just sent");
    }
    if (error.missing()) return GONE;
    if (error.code() == 368) {
      return new Publication.Refused("Meta has barred our account from writing for now (368).");
    }
    return switch (api.fetch(error)) {
      case Fetch.Wait wait -> new Publication.Wait(wait.time(), wait.reason());
      case Fetch.Failed failed -> new Publication.Unsure(SETTLES, failed.reason());
      case Fetch.Refused refused ->
          new Publication.Refused(refused.reason() + ". " + refused.whatToDo());
      case Fetch.Page page -> throw new IllegalStateException("an error is no page");
    };
  }

  private Publication published(JsonNode answer, Mention to) {
    String id = Change.id(answer, "id");
    if (id.isEmpty()) {
      return new Publication.Unsure(SETTLES, "Meta's answer does not name our comment");
    }
    return new Publication.Published(api.account().mentionId(id), api.account().link(answer, to));
  }
}
