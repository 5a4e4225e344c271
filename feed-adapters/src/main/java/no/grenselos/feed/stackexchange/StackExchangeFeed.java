package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/**
 * Reads the questions with some tags. They are asked for by their last activity from the oldest on,
 * beginning with the second last read, which leaves no gaps: new questions and edited ones come in
 * one request. At every twelfth quiet poll there is a second look for deletes.
 */
final class StackExchangeFeed extends HttpFeed {
  private static final int RELOOK_EVERY = 12;

  static final Comparator<JsonNode> OLDEST_FIRST =
      Comparator.comparingLong((JsonNode question) -> question.path("creation_date").asLong())
          .thenComparingLong(question -> question.path("question_id").asLong());

  private final String tags;
  private final StackExchangeSettings settings;
  private final StackExchangeApi api;
  private final QuestionReader reader;
  private final Clock clock;

  StackExchangeFeed(
      String name, String tags, StackExchangeSettings settings, StackExchangeApi api, Clock clock) {
    super(name, StackExchangeFeedProvider.NETWORK, settings.pace(), api.client());
    this.tags = tags;
    this.settings = settings;
    this.api = api;
    this.reader = new QuestionReader(api.site());
    this.clock = clock;
  }

  @Override
  public Optional<Allowance> allowance() {
    return api.allowance();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    long now = clock.instant().getEpochSecond();
    SeenQuestions seen = SeenQuestions.of(cursor, now - settings.since().toSeconds());
    long rest = Math.min(seen.notBefore() - now, Duration.ofDays(1).toSeconds());
    if (rest > 0) {
      return new Fetch.Wait(Duration.ofSeconds(rest), "Stack Exchange asked for a rest (backoff)");
    }
    return switch (api.activeSince(tags, seen.since(), seen.page())) {
      case StackExchangeApi.Loaded.Not not -> not.fetch();
      case StackExchangeApi.Loaded.Questions page -> taken(page, seen, now);
    };
  }

  private Fetch taken(StackExchangeApi.Loaded.Questions page, SeenQuestions seen, long now) {
    Gathering gathering = new Gathering();
    page.items().stream().sorted(OLDEST_FIRST).forEach(item -> take(item, seen, gathering));
    long active =
        page.items().stream()
            .mapToLong(item -> item.path("last_activity_date").asLong())
            // a wrong date must not carry us past everything to come
            .filter(second -> second <= now + Duration.ofHours(1).toSeconds())
            .max()
            .orElse(seen.since());
    seen.readUpTo(active, page.more());
    seen.restUntil(now + page.backoff().toSeconds());
    boolean quiet = !page.more() && page.backoff().isZero() && gathering.events().isEmpty();
    if (quiet && seen.timeToLookAgain(RELOOK_EVERY)) {
      new SecondLook(api, reader, clock).at(seen, gathering);
    }
    return gathering.page(seen.cursor(), page.more());
  }

  private void take(JsonNode question, SeenQuestions seen, Gathering gathering) {
    String id = QuestionReader.id(question);
    if (seen.revision(id).isPresent()) {
      SecondLook.edited(id, question, reader, seen, gathering);
      return;
    }
    gathering.takeIfAny(
        Json.text(question, "question_id"),
        () -> {
          Mention mention = reader.read(question);
          if (!seen.counts(mention.publishedAt())) return Optional.empty();
          seen.remember(id, mention.revision());
          return Optional.of(new MentionEvent.Posted(mention));
        });
  }
}
