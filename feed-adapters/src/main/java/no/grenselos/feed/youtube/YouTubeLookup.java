package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;

/**
 * Looks at single comments; each question takes a unit. A thread tells which video it stands under,
 * a reply does not, so its thread is asked for with it. A comment that is not found is gone only if
 * it was found before, by this process: YouTube lists some that it never finds by their ids.
 */
final class YouTubeLookup extends HttpLookup {
  private final YouTubeApi api;
  private final CommentReader reader;
  private final FoundIds found = new FoundIds();

  YouTubeLookup(YouTubeApi api, CommentReader reader, Clock clock) {
    super(YouTubeFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
    this.reader = reader;
  }

  /** The comments there are among those that were asked about. */
  private sealed interface Shown {
    record Comments(Map<String, Comment> byId) implements Shown {}

    record Not(Found found) implements Shown {}
  }

  @Override
  public boolean knows(URI link) {
    return CommentLink.of(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    return CommentLink.of(link).map(comment -> find(comment.id())).orElseGet(() -> nothing("link"));
  }

  private Found find(String id) {
    return switch (shown(List.of(id))) {
      case Shown.Not not -> not.found();
      case Shown.Comments comments ->
          Optional.ofNullable(comments.byId().get(id))
              .map(this::posted)
              .orElseGet(() -> nothing(id));
    };
  }

  private Found posted(Comment comment) {
    Gathering gathering = new Gathering();
    gathering.take(comment.id(), () -> new MentionEvent.Posted(reader.read(comment)));
    return seen(gathering);
  }

  @Override
  public int most() {
    return YouTubeApi.IDS;
  }

  @Override
  protected Found look(List<MentionId> posts) {
    List<String> ids = posts.stream().map(MentionId::id).filter(Comment::isId).toList();
    return switch (shown(ids)) {
      case Shown.Not not -> not.found();
      case Shown.Comments comments -> told(ids, comments.byId());
    };
  }

  private Found told(List<String> ids, Map<String, Comment> there) {
    Gathering gathering = new Gathering();
    for (String id : ids) {
      Comment comment = there.get(id);
      if (comment != null) {
        found.add(id);
        gathering.take(id, () -> new MentionEvent.Edited(reader.read(comment)));
      } else if (found.has(id)) {
        gathering.take(id, () -> deleted(CommentReader.mentionId(id)));
      }
    }
    return seen(gathering);
  }

  private Shown shown(List<String> ids) {
    if (ids.isEmpty()) return new Shown.Comments(Map.of());
    List<String> threads = ids.stream().map(CommentLink::thread).distinct().toList();
    return switch (new ById(api).threads(threads)) {
      case ById.Answer.Not not -> new Shown.Not(not(not.fetch()));
      case ById.Answer.Shown shown -> {
        Map<String, Comment> there = new HashMap<>();
        for (JsonNode thread : shown.items().values()) {
          Comment top = CommentThread.of(thread).top();
          there.put(top.id(), top);
        }
        yield withReplies(ids.stream().filter(CommentLink::isReply).toList(), there);
      }
    };
  }

  private Shown withReplies(List<String> replies, Map<String, Comment> there) {
    if (replies.isEmpty()) return new Shown.Comments(there);
    return switch (new ById(api).replies(replies)) {
      case ById.Answer.Not not -> new Shown.Not(not(not.fetch()));
      case ById.Answer.Shown shown -> {
        for (JsonNode reply : shown.items().values()) {
          Comment thread = there.get(CommentLink.thread(Comment.id(reply, "id")));
          Comment comment = Comment.of(reply, thread == null ? "" : thread.video());
          there.put(comment.id(), comment);
        }
        yield new Shown.Comments(there);
      }
    };
  }
}
