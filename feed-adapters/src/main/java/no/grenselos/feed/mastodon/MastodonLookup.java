package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import okhttp3.HttpUrl;

/**
 * Looks at single posts of our server, one request each. Posts of other servers are found through
 * it by their addresses when there is a token. A reply's conversation is the post it answers: who
 * began the thread is known to the timeline only.
 */
final class MastodonLookup extends HttpLookup {
  private static final int MOST = 10;

  /** A server that is silent so often would be silent for minutes. */
  private static final int MOST_FAILURES = 2;

  private final MastodonApi api;
  private final StatusReader reader;

  MastodonLookup(MastodonApi api, Clock clock, HttpUrl server) {
    super(MastodonFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
    this.reader = new StatusReader(server, api.token().isPresent());
  }

  @Override
  public boolean knows(URI link) {
    return PostLink.of(link)
        .filter(post -> post.isOn(api.server()) || api.token().isPresent())
        .isPresent();
  }

  @Override
  public Found find(URI link) {
    return PostLink.of(link)
        .map(post -> post.isOn(api.server()) ? own(post.id()) : foreign(link, post))
        .orElseGet(() -> nothing("link"));
  }

  private Found own(String id) {
    return switch (api.post(id)) {
      case MastodonApi.Found.Post found -> posted(found.status());
      case MastodonApi.Found.Gone gone -> nothing(id);
      case MastodonApi.Found.Unknown unknown -> not(unknown.why());
    };
  }

  private Found foreign(URI link, PostLink post) {
    return switch (api.search(link)) {
      case MastodonApi.Loaded.Not not -> not(not.fetch());
      case MastodonApi.Loaded.Items page ->
          page.items().stream()
              // a server that knows no such address may look for its words instead
              .filter(status -> post.isOf(Json.text(status, "url"), Json.text(status, "uri")))
              .findFirst()
              .map(this::posted)
              .orElseGet(() -> nothing(post.id()));
    };
  }

  private Found posted(JsonNode status) {
    Gathering gathering = new Gathering();
    gathering.take(
        Json.text(status, "id"),
        () -> new MentionEvent.Posted(reader.read(status, UnaryOperator.identity())));
    return seen(gathering);
  }

  @Override
  public int most() {
    return MOST;
  }

  /** Trouble with one post leaves it to the next day, trouble with all is told. */
  @Override
  protected Found look(List<MentionId> posts) {
    Gathering gathering = new Gathering();
    List<Fetch> troubles = new ArrayList<>();
    int answers = 0;
    for (MentionId post : posts) {
      Optional<String> id = local(post);
      if (id.isEmpty()) continue;
      Optional<Fetch> trouble = look(post, id.get(), gathering);
      if (trouble.isEmpty()) answers++;
      else if (trouble.get() instanceof Fetch.Wait wait) return wait;
      trouble.ifPresent(troubles::add);
      if (troubles.stream().filter(Fetch.Failed.class::isInstance).count() == MOST_FAILURES) break;
    }
    return answers == 0 && !troubles.isEmpty() ? not(troubles.getFirst()) : seen(gathering);
  }

  private Optional<Fetch> look(MentionId post, String id, Gathering gathering) {
    switch (api.post(id)) {
      case MastodonApi.Found.Post found -> gathering.take(id, () -> edited(found.status()));
      case MastodonApi.Found.Gone gone -> gathering.take(id, () -> deleted(post));
      case MastodonApi.Found.Unknown unknown -> {
        return Optional.of(unknown.why());
      }
    }
    return Optional.empty();
  }

  private MentionEvent edited(JsonNode status) {
    return new MentionEvent.Edited(reader.read(status, UnaryOperator.identity()));
  }

  /** Empty for a post that came through another server: its number means another post here. */
  private Optional<String> local(MentionId post) {
    String prefix = api.server().host() + "/";
    return Optional.of(post.id())
        .filter(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()));
  }
}
