package no.grenselos.feed.x;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Ladder;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.feed.http.Liveness;
import no.grenselos.feed.http.Opening;
import no.grenselos.feed.http.Wire;
import no.grenselos.mention.MentionEvent;
import okhttp3.HttpUrl;

/**
 * X's filtered stream (docs.x.com, Filtered stream), with a search as its rule. The search is asked
 * for what was missed; once more when a minute has passed, since it knows nothing of the last half
 * minute; and at last after some minutes more, should an answer have been one from before. Each
 * time from a while before the last post: one before it may come late, and fall into the gap.
 */
final class XStream implements LiveSource {
  /** docs.x.com, Handling disconnections: reconnection strategy; limits count in 15 minutes. */
  static final Ladder LADDER =
      new Ladder(
          Ladder.Rungs.linear(Duration.ofMillis(250), Duration.ofSeconds(16)),
          Ladder.Rungs.doubling(Duration.ofSeconds(5), Duration.ofSeconds(320)),
          Ladder.Rungs.doubling(Duration.ofMinutes(1), Duration.ofMinutes(15)));

  /** docs.x.com, Search Posts: the newest post is at least 30 s old unless told otherwise. */
  static final Duration SETTLES = Duration.ofMinutes(1);

  /** Longer than a cache, or a server that is behind, may answer as before; X names no bound. */
  static final Duration CERTAIN = SETTLES.plusMinutes(5);

  /** A heartbeat comes at least every 20 s (docs.x.com, Consuming streaming data); one may fail. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

  /** X does not know of a rule yet that was just added. */
  private static final int RULES_MISSING = 409;

  private final XApi api;
  private final HttpUrl base;
  private final String search;
  private final XFeed asking;
  private final PostReader reader;
  private List<String> rules = List.of();
  private String top = "";

  /**
   * @param asking the same search without a stream
   */
  XStream(XApi api, HttpUrl base, String search, XFeed asking, PostReader reader) {
    this.api = api;
    this.base = base;
    this.search = search;
    this.asking = asking;
    this.reader = reader;
  }

  @Override
  public Opened open(Cursor from) {
    if (api.token().isEmpty()) return new Opened.Later(asking.fetch(from));
    Secret token = api.token().get();
    return switch (new StreamRules(api, base).keep(search, token)) {
      case StreamRules.Kept.No no -> no.instead();
      case StreamRules.Kept.Yes yes -> {
        rules = yes.ids();
        yield opened(token);
      }
    };
  }

  private Opened opened(Secret token) {
    Opening opening =
        api.client()
            .open(
                XQuery.stream(base),
                XApi.headers(token),
                Wire.lines(),
                Liveness.of(LONGEST_SILENCE));
    if (opening instanceof Opening.Not not
        && not.trouble() instanceof Answer.Denied denied
        && denied.status() != RULES_MISSING) {
      return new Opened.Later(XApi.refused(denied));
    }
    return Opened.of(opening);
  }

  @Override
  public Optional<Fetch> missed(Cursor from) {
    StreamPlace place = StreamPlace.of(from);
    if (!place.search().paging()) top = place.search().since();
    Fetch fetch = asking.fetch(place.earlier().search().cursor());
    if (!(fetch instanceof Fetch.Page page)) return Optional.of(fetch);
    return Optional.of(withoutKnown(page, place));
  }

  /** The pages of a search are of the moment of its first. */
  @Override
  public boolean asksAnew(Cursor from) {
    return !StreamPlace.of(from).search().paging();
  }

  private Fetch.Page withoutKnown(Fetch.Page page, StreamPlace before) {
    List<MentionEvent> fresh = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (MentionEvent event : page.events()) {
      String id = StreamReading.postId(event);
      if (before.knows(id)) continue;
      fresh.add(event);
      // its first version may still wait to be read from the stream
      ids.add(event.id().id());
      ids.add(id);
    }
    StreamPlace after = new StreamPlace(XCursor.of(page.next()), before.recent()).with(ids);
    if (!page.more() && !page.next().atStart()) after = after.moved(top);
    return new Fetch.Page(fresh, after.cursor(), page.more(), page.skipped());
  }

  @Override
  public Reading reading(Cursor from, boolean gap) {
    return new StreamReading(from, rules, reader, gap);
  }
}
