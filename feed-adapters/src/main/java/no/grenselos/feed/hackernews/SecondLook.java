package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;

/**
 * Asks the site about items already taken in, a few at a time: other words are an edit, {@code
 * deleted} or {@code dead} is a delete. The site is believed, not the search, which is behind.
 */
record SecondLook(HackerNewsApi api, Clock clock) {
  /** At a poll a minute, 500 items are asked about within about an hour. */
  static final int QUESTIONS = 8;

  void at(List<String> ids, SeenItems seen, Gathering gathering) {
    for (String id : ids) {
      switch (api.item(id)) {
        case HackerNewsApi.Found.There there -> compare(id, there.item(), seen, gathering);
        case HackerNewsApi.Found.Gone gone -> {
          gathering.take(id, () -> new MentionEvent.Deleted(Item.mentionId(id), clock.instant()));
          seen.gone(id);
        }
        case HackerNewsApi.Found.Unknown unknown -> seen.asked(id, seen.fingerprint(id));
        case HackerNewsApi.Found.Trouble trouble -> {
          return;
        }
      }
    }
  }

  private static void compare(String id, JsonNode told, SeenItems seen, Gathering gathering) {
    String before = seen.fingerprint(id);
    // one that cannot be read any more is listed once in each round of questions
    seen.asked(id, before);
    gathering.takeIfAny(
        id,
        () -> {
          Item item = Item.ofSite(told, seen.story(id));
          String now = item.fingerprint();
          if (now.equals(before)) return Optional.empty();
          seen.asked(id, now);
          return Optional.of(new MentionEvent.Edited(item.mention(now)));
        });
  }
}
