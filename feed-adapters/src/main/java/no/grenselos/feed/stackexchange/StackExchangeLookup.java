package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.time.OnwardClock;

/**
 * Looks at single questions of one site. One that an answer leaves out was deleted when the next
 * answer leaves it out too.
 */
final class StackExchangeLookup extends HttpLookup {
  private final StackExchangeApi api;
  private final QuestionReader reader;
  private final QuestionLink links;
  private final Clock onward;
  private volatile Instant notBefore = Instant.EPOCH;

  StackExchangeLookup(StackExchangeApi api, Clock clock) {
    super(StackExchangeFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
    this.reader = new QuestionReader(api.site());
    this.links = new QuestionLink(api.site());
    this.onward = new OnwardClock(clock);
  }

  private sealed interface Shown {
    record Questions(Map<String, JsonNode> byId) implements Shown {}

    record Not(Found found) implements Shown {}
  }

  @Override
  public boolean knows(URI link) {
    return links.question(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    return links.question(link).map(this::find).orElseGet(() -> nothing("link"));
  }

  private Found find(String id) {
    return switch (shown(List.of(id))) {
      case Shown.Not not -> not.found();
      case Shown.Questions questions ->
          Optional.ofNullable(questions.byId().get(id))
              .map(question -> posted(id, question))
              .orElseGet(() -> nothing(id));
    };
  }

  private Found posted(String id, JsonNode question) {
    Gathering gathering = new Gathering();
    gathering.take(id, () -> new MentionEvent.Posted(reader.read(question)));
    return seen(gathering);
  }

  @Override
  public int most() {
    return StackExchangeApi.PAGE;
  }

  @Override
  protected Found look(List<MentionId> posts) {
    List<String> missing = posts.stream().flatMap(post -> local(post).stream()).toList();
    Gathering gathering = new Gathering();
    for (int looks = 0; looks < 2 && !missing.isEmpty(); looks++) {
      switch (shown(missing)) {
        case Shown.Not not -> {
          return not.found();
        }
        case Shown.Questions questions -> missing = take(missing, questions.byId(), gathering);
      }
    }
    missing.forEach(id -> gathering.take(id, () -> deleted(reader.mentionId(id))));
    return seen(gathering);
  }

  private List<String> take(List<String> asked, Map<String, JsonNode> there, Gathering gathering) {
    List<String> missing = new ArrayList<>();
    for (String id : asked) {
      JsonNode question = there.get(id);
      if (question == null) missing.add(id);
      else gathering.take(id, () -> new MentionEvent.Edited(reader.read(question)));
    }
    return missing;
  }

  /** Empty for a question of another site: its number means another question here. */
  private Optional<String> local(MentionId post) {
    String prefix = api.site() + "/";
    return Optional.of(post.id())
        .filter(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()))
        .filter(id -> id.matches("\\d{1,15}"));
  }

  private Shown shown(List<String> ids) {
    Duration rest = Duration.between(onward.instant(), notBefore);
    if (rest.isPositive()) {
      return new Shown.Not(new Fetch.Wait(rest, "Stack Exchange asked for a rest (backoff)"));
    }
    return switch (api.questions(ids)) {
      case StackExchangeApi.Loaded.Not not -> new Shown.Not(not(not.fetch()));
      case StackExchangeApi.Loaded.Questions questions -> {
        notBefore = onward.instant().plus(questions.backoff());
        Map<String, JsonNode> byId = new HashMap<>();
        questions.items().forEach(item -> byId.put(QuestionReader.id(item), item));
        yield new Shown.Questions(byId);
      }
    };
  }
}
