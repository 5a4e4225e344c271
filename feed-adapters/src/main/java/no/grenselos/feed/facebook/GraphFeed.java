package no.grenselos.feed.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads what webhooks may have missed: all posts of our account that are young enough, each time,
 * with their comments back to what is known; then asks for what a webhook told by half.
 */
final class GraphFeed extends HttpFeed {
  private final GraphApi api;
  private final MetaSettings settings;
  private final HalfTold halfTold;

  GraphFeed(String name, GraphApi api, MetaSettings settings, HalfTold halfTold) {
    super(name, api.account().network(), settings.pace(), api.client());
    this.api = api;
    this.settings = settings;
    this.halfTold = halfTold;
  }

  /** In percent of what we may ask. */
  @Override
  public Optional<Allowance> allowance() {
    return api.usage().allowance();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    Optional<Fetch.Wait> rest = api.rest();
    if (rest.isPresent()) return rest.get();
    Instant now = api.clock().instant();
    SeenItems seen = SeenItems.of(cursor, now.minus(settings.since()).getEpochSecond());
    Harvest harvest = new Harvest(api, seen);
    for (String list : api.account().lists()) {
      Optional<Fetch> trouble = harvest.list(list, now.minus(oldest()).getEpochSecond());
      if (trouble.isPresent()) return trouble.get();
    }
    Gathering gathering = harvest.gathered();
    completeInto(gathering);
    halfTold.listed(seen.ids(), now);
    return gathering.page(seen.cursor(now.getEpochSecond()), false);
  }

  private Duration oldest() {
    boolean further = settings.since().compareTo(settings.watch()) > 0;
    return further ? settings.since() : settings.watch();
  }

  /** Trouble with these is left to the next look: what the lists gave is worth more. */
  private void completeInto(Gathering gathering) {
    Map<String, HalfTold.Note> notes =
        halfTold.take(SecondLook.MOST).stream()
            .collect(Collectors.toMap(HalfTold.Note::id, note -> note));
    Set<String> listed =
        gathering.events().stream().map(event -> event.id().id()).collect(Collectors.toSet());
    gathering.events().replaceAll(event -> replacing(event, notes.get(event.id().id())));
    List<String> asked = notes.keySet().stream().filter(id -> !listed.contains(id)).toList();
    if (asked.isEmpty()) return;
    PostLookup.Found found =
        new SecondLook(api).at(asked, whole -> completed(whole, notes.get(whole.id().id())));
    if (found instanceof PostLookup.Seen seen) {
      seen.events().stream()
          .filter(event -> !isTold(event, notes.get(event.id().id())))
          .forEach(gathering.events()::add);
      seen.skipped().forEach(skipped -> gathering.skip(skipped.item(), skipped.reason()));
    } else {
      halfTold.putBack(asked.stream().map(notes::get).toList());
    }
  }

  /** Of the list, in place of what the webhook told: its own key may be known from before that. */
  private static MentionEvent replacing(MentionEvent event, HalfTold.@Nullable Note note) {
    if (note == null || !note.shown()) return event;
    Optional<Mention> listed =
        switch (event) {
          case MentionEvent.Posted posted -> Optional.of(posted.mention());
          case MentionEvent.Edited edited -> Optional.of(edited.mention());
          case MentionEvent.Liked like -> Optional.empty();
          case MentionEvent.Deleted deleted -> Optional.empty();
        };
    return listed
        .filter(mention -> !mention.revision().equals(note.told().revision()))
        .<MentionEvent>map(mention -> new MentionEvent.Edited(HalfTold.placed(mention, note)))
        .orElse(event);
  }

  private static MentionEvent completed(Mention whole, HalfTold.@Nullable Note note) {
    return new MentionEvent.Edited(note == null ? whole : HalfTold.placed(whole, note));
  }

  /** Whether the webhook told the whole, and the newest, though late. */
  private static boolean isTold(MentionEvent event, HalfTold.@Nullable Note note) {
    return note != null
        && event instanceof MentionEvent.Edited edited
        && edited.mention().revision().equals(Revision.again(note.told().revision()));
  }
}
