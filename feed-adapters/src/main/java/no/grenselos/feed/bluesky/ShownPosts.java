package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/**
 * Posts of the stream as the account's own server shows them: with the author's name, and whether
 * they may be answered; and no longer on the word of whoever runs the stream, whose events are not
 * signed. What that server does not show, as it may not have heard of it yet, stays as it was told.
 */
record ShownPosts(BlueskyApi api, PostReader reader) {
  /** The rest of a flood stays as it was told. */
  private static final int MOST = 4 * BlueskyApi.MOST_POSTS;

  void at(Gathering told) {
    List<Mention> mentions =
        told.events().stream().flatMap(event -> mention(event).stream()).limit(MOST).toList();
    Map<String, MentionEvent> shown = shown(mentions);
    told.events().replaceAll(event -> shown.getOrDefault(event.key(), event));
  }

  private static Optional<Mention> mention(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> Optional.of(posted.mention());
      case MentionEvent.Edited edited -> Optional.of(edited.mention());
      case MentionEvent.Deleted deleted -> Optional.empty();
      case MentionEvent.Liked like -> Optional.empty();
    };
  }

  /** By their keys, which are the same in both forms. */
  private Map<String, MentionEvent> shown(List<Mention> mentions) {
    Gathering looked = new Gathering();
    for (int from = 0; from < mentions.size(); from += BlueskyApi.MOST_POSTS) {
      int to = Math.min(mentions.size(), from + BlueskyApi.MOST_POSTS);
      List<String> uris =
          mentions.subList(from, to).stream().map(m -> m.id().id()).distinct().toList();
      if (!(api.posts(uris) instanceof Answer.Ok ok)) break;
      for (JsonNode view : Json.elements(BlueskyApi.body(ok).path("posts"))) {
        String uri = Json.text(view, "uri");
        String cid = Json.text(view, "cid");
        looked.take(uri, () -> new MentionEvent.Posted(reader.read(view, "")));
        looked.take(uri, () -> new MentionEvent.Edited(reader.read(view, cid)));
      }
    }
    return looked.events().stream()
        .collect(Collectors.toMap(MentionEvent::key, Function.identity(), (one, same) -> one));
  }
}
