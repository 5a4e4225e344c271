package no.grenselos.feed.rss;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/**
 * Reads one document again and again, asking only for changes. The first look takes the newest
 * twenty entries; later ones what is new or changed. An entry that cannot be used is listed once.
 * Where a hub tells of changes, the document is asked for six times as rarely, and as often as ever
 * again when a look finds what the hub did not tell.
 */
final class RssFeed extends HttpFeed {
  static final int FIRST_LOOK = 20;

  private static final int SLOWER = 6;
  private static final Duration SLOWEST = Duration.ofHours(6);

  private final RssSettings settings;
  private final FeedClient client;
  private final Clock clock;
  private final Optional<HubSubscriber> hub;

  RssFeed(
      String name,
      RssSettings settings,
      FeedClient client,
      Clock clock,
      Optional<HubSubscriber> hub) {
    super(name, RssFeedProvider.NETWORK, settings.pace(), client);
    this.hub = hub;
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    RssCursor known = RssCursor.of(cursor);
    return switch (client.get(settings.url(), known.headers())) {
      case Answer.Ok ok when ok.status() == 304 -> unchanged(cursor, known);
      case Answer.Ok ok -> read(ok, known);
      case Answer.Trouble trouble -> trouble.asFetch(this::refused);
    };
  }

  @Override
  public Duration poll() {
    Duration usual = super.poll();
    Instant now = clock.instant();
    boolean told = hub.filter(h -> h.subscription().reliable(now)).isPresent();
    Duration longest = usual.compareTo(SLOWEST) < 0 ? SLOWEST : usual;
    Duration slow = usual.multipliedBy(SLOWER);
    return !told ? usual : slow.compareTo(longest) < 0 ? slow : longest;
  }

  private Fetch unchanged(Cursor cursor, RssCursor known) {
    Gathering gathering = new Gathering();
    HubState before = known.hub();
    renew(known, gathering);
    return gathering.page(before.equals(known.hub()) ? cursor : known.cursor(), false);
  }

  private void renew(RssCursor known, Gathering gathering) {
    hub.ifPresent(asking -> known.remember(asking.renewed(known.hub(), gathering)));
  }

  private void offered(Answer.Ok ok, String type, RssCursor known) {
    if (hub.isEmpty()) return;
    String xml = XmlText.decode(ok.body().bytes(), type);
    known.remember(
        HubOffer.in(ok.headers(), xml, settings.url())
            .map(known.hub()::offered)
            .orElse(HubState.NONE));
  }

  private Fetch read(Answer.Ok ok, RssCursor known) {
    String type = Optional.ofNullable(ok.headers().get("Content-Type")).orElse("");
    return RssDocument.read(ok.body().bytes(), type)
        .<Fetch>map(document -> {
          // half a document must not count as the one that did not change
          if (document.whole()) {
            known.remember(ok.headers());
            offered(ok, type, known);
          }
          return changes(new EntryReader(settings.url(), document, clock.instant()), known);
        })
        .orElseGet(() -> new Fetch.Failed("the answer is neither RSS nor Atom"));
  }

  private Fetch.Page changes(EntryReader reader, RssCursor known) {
    Gathering gathering = new Gathering();
    Map<String, RssEntry> entries = oldestFirst(reader);
    int passedOver = known.atStart() ? Math.max(0, entries.size() - FIRST_LOOK) : 0;
    for (Map.Entry<String, RssEntry> entry : entries.entrySet()) {
      String id = entry.getKey();
      String revision = EntryReader.revision(entry.getValue());
      Optional<String> before = known.revision(id);
      if (passedOver > 0) {
        passedOver--;
      } else if (!before.equals(Optional.of(revision))) {
        gathering.take(id, () -> event(reader.read(entry.getValue()), before.isPresent()));
      }
      known.remember(id, revision);
    }
    if (!known.atStart()) noteMissed(gathering);
    renew(known, gathering);
    return gathering.page(known.cursor(entries.size()), false);
  }

  private void noteMissed(Gathering gathering) {
    hub.map(HubSubscriber::subscription)
        .filter(told -> gathering.events().stream().anyMatch(e -> !told.told(e.key())))
        .ifPresent(Subscription::missed);
  }

  private static MentionEvent event(Mention mention, boolean seenBefore) {
    return seenBefore ? new MentionEvent.Edited(mention) : new MentionEvent.Posted(mention);
  }

  /**
   * By date; documents list the newest first, so entries of one date are turned round. Of entries
   * with the same id the newest counts, or they would edit each other at every look.
   */
  static Map<String, RssEntry> oldestFirst(EntryReader reader) {
    List<RssEntry> entries = new ArrayList<>(reader.document().entries().reversed());
    entries.sort(Comparator.comparing(reader::published));
    SequencedMap<String, RssEntry> byId = new LinkedHashMap<>();
    for (RssEntry entry : entries) byId.putLast(reader.id(entry), entry);
    return byId;
  }

  private Fetch refused(Answer.Denied denied) {
    String place = settings.url().host();
    return switch (denied.status()) {
      case 401, 403 ->
          new Fetch.Refused(
              place + " does not let us read this feed (" + denied.status() + ")",
              "Use a feed that is open to all, or ask the site to let Grenselos in.");
      case 404, 410 ->
          new Fetch.Refused(
              place + " has no feed at this address (" + denied.status() + ")",
              "Look up the feed's present address on the site and set `url` to it.");
      default ->
          new Fetch.Refused(
              place + " rejects the request (" + denied.status() + ")", "Check `url`.");
    };
  }
}
