package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;

/**
 * Reads one query. A fetch collects up to ten pages, so that the posts come oldest first over all
 * of them; after a longer absence the rest follows in the next fetch. When X stops us between two
 * pages, those already read (and paid for) are handed on, and the cursor names the page to go on
 * with.
 */
final class XFeed extends HttpFeed {
  private static final int MOST_PAGES = 10;
  private static final Comparator<JsonNode> OLDEST_FIRST =
      Comparator.comparing((JsonNode post) -> Json.text(post, "created_at"))
          .thenComparing(post -> Json.text(post, "id"), IdOrder.OLDEST_FIRST);

  private final XQuery query;
  private final XApi api;
  private final PostReader reader;

  XFeed(String name, XQuery query, XSettings settings, XApi api, PostReader reader) {
    super(name, XFeedProvider.NETWORK, settings.pace(), api.client());
    this.query = query;
    this.api = api;
    this.reader = reader;
  }

  @Override
  public int mostPosts() {
    return MOST_PAGES * XQuery.MOST_POSTS;
  }

  @Override
  public Fetch fetch(Cursor from) {
    XCursor cursor = XCursor.of(from);
    List<XPage> pages = new ArrayList<>();
    while (pages.size() < MOST_PAGES) {
      switch (api.page(query.page(cursor))) {
        case XApi.Loaded.Page loaded -> {
          XPage page = loaded.page();
          pages.add(page);
          cursor = cursor.after(page.newestId(), page.nextToken());
          if (!cursor.paging() || !loaded.mayGoOn()) return gathered(pages, cursor);
        }
        case XApi.Loaded.Outdated outdated when pages.isEmpty() -> {
          return tooOld(cursor, outdated.fetch());
        }
        case XApi.Loaded.Outdated outdated -> {
          return gathered(pages, cursor);
        }
        case XApi.Loaded.Not not -> {
          return pages.isEmpty() ? not.fetch() : gathered(pages, cursor);
        }
      }
    }
    return gathered(pages, cursor);
  }

  /**
   * A token ends after a while and a since_id after a week; both are given up rather than asked for
   * ever. The first costs repeated posts, the second a gap, which is said.
   */
  private static Fetch tooOld(XCursor cursor, Fetch otherwise) {
    if (cursor.paging()) return new Gathering().page(cursor.fromFirstPage().cursor(), true);
    if (cursor.since().isEmpty()) return otherwise;
    Gathering gathering = new Gathering();
    gathering.skip(
        "since " + cursor.since(), "X goes back seven days only: older posts were not read");
    return gathering.page(Cursor.START, true);
  }

  private Fetch.Page gathered(List<XPage> pages, XCursor next) {
    return gathered(pages, reader, next.cursor(), next.paging());
  }

  static Fetch.Page gathered(List<XPage> pages, PostReader reader, Cursor next, boolean more) {
    record Found(JsonNode post, XPage page) {}
    Gathering gathering = new Gathering();
    pages.stream()
        .flatMap(page -> page.posts().stream().map(post -> new Found(post, page)))
        .sorted(Comparator.comparing(Found::post, OLDEST_FIRST))
        .forEach(found ->
            gathering.take(
                Json.text(found.post(), "id"), () -> reader.event(found.post(), found.page())));
    pages.forEach(page ->
        page.unshown().forEach(one -> gathering.skip(one.told().item(), one.told().reason())));
    return gathering.page(next, more);
  }
}
