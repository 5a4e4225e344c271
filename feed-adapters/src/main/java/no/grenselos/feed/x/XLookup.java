package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * Asks X for single posts (docs.x.com, Post lookup). Asked for the first version of an edited post,
 * X gives just that, with the numbers of the later ones (docs.x.com, Edit Posts); so the latest is
 * asked for in a second request, where there is any. What X does not show must not be held (X
 * Developer Policy, Content compliance): a post that is missing, withheld, or of an account that is
 * protected or suspended counts as deleted.
 */
record XLookup(XApi api, HttpUrl base, PostReader reader, Clock clock) implements PostLookup {
  @Override
  public Network network() {
    return XFeedProvider.NETWORK;
  }

  @Override
  public boolean knows(URI link) {
    return PostLink.of(link).isPresent();
  }

  /** A post never edited comes as posted: nobody may have seen it. */
  @Override
  public Found find(URI link) {
    return PostLink.of(link)
        .map(post -> new Asking(false).look(List.of(PostReader.mentionId(post.id()))))
        .orElseGet(() -> {
          Gathering gathering = new Gathering();
          gathering.skip("link", "leads to no post on X");
          return seen(gathering);
        });
  }

  @Override
  public int most() {
    return XQuery.MOST_POSTS;
  }

  @Override
  public Found again(List<MentionId> posts) {
    if (posts.size() > most()) {
      throw new IllegalArgumentException(posts.size() + " posts, must be at most " + most());
    }
    return new Asking(true).look(posts);
  }

  @Override
  public void close() {
    api.client().close();
  }

  private static Found seen(Gathering gathering) {
    Fetch.Page page = gathering.page(Cursor.START, false);
    return new Seen(page.events(), page.skipped());
  }

  /** One call of ours; up to two requests. */
  private final class Asking {
    private final Gathering gathering = new Gathering();
    private final boolean held;

    /**
     * @param held whether we have the posts
     */
    Asking(boolean held) {
      this.held = held;
    }

    Found look(List<MentionId> posts) {
      Map<String, MentionId> asked = new LinkedHashMap<>();
      for (MentionId post : posts) {
        if (PostLink.isId(post.id())) asked.put(post.id(), post);
        else gathering.skip(post.id(), "is no number of a post on X");
      }
      if (asked.isEmpty()) return seen(gathering);
      return switch (load(asked.keySet())) {
        case XApi.Loaded.Page loaded -> latest(read(loaded.page(), asked));
        case XApi.Loaded.Not not -> trouble(not.fetch());
        case XApi.Loaded.Outdated outdated ->
            new Fetch.Refused("X does not take the numbers of posts (400)", "Check `api` if set.");
      };
    }

    /** What was read of the others is not lost because the second request did not work. */
    private Found latest(Map<String, MentionId> edited) {
      if (edited.isEmpty()) return seen(gathering);
      if (load(edited.keySet()) instanceof XApi.Loaded.Page loaded) {
        Map<String, MentionId> unread = read(loaded.page(), edited);
        unread.keySet().forEach(id -> gathering.skip(id, "is being edited"));
      } else {
        edited
            .values()
            .forEach(post -> gathering.skip(post.id(), "was edited, but X did not give the words"));
      }
      return seen(gathering);
    }

    /**
     * @param asked by the number that was asked for
     * @return posts of which there is a later version, by its number
     */
    private Map<String, MentionId> read(XPage page, Map<String, MentionId> asked) {
      Map<String, MentionId> later = new LinkedHashMap<>();
      Set<MentionId> gone = new HashSet<>();
      for (JsonNode post : page.posts()) {
        String id = Json.text(post, "id");
        MentionId mention = asked.get(id);
        if (mention == null) continue;
        String last = last(post, id);
        if (PostReader.hidden(post, page).isPresent()) gone.add(mention);
        else if (last.equals(id)) gathering.take(id, () -> event(post, page, mention));
        else later.put(last, mention);
      }
      for (Unshown unshown : page.unshown()) {
        MentionId mention = asked.get(unshown.id());
        if (mention != null && unshown.isGonePost()) gone.add(mention);
        else if (mention != null) gathering.skip(unshown.told().item(), unshown.told().reason());
      }
      gone.forEach(post -> gathering.events().add(new MentionEvent.Deleted(post, clock.instant())));
      return later;
    }

    private MentionEvent event(JsonNode post, XPage page, MentionId asked) {
      if (!held) return reader.event(post, page);
      Mention mention = reader.read(post, page);
      if (mention.id().equals(asked)) return new MentionEvent.Edited(mention);
      throw new UnusableItem("is a later version of another post");
    }
  }

  private static String last(JsonNode post, String id) {
    List<JsonNode> versions = Json.elements(post.path("edit_history_tweet_ids"));
    String last = versions.isEmpty() ? id : versions.getLast().asText("");
    return PostLink.isId(last) ? last : id;
  }

  private XApi.Loaded load(Collection<String> ids) {
    return api.page(XQuery.ofPosts(base, ids));
  }

  private static Found trouble(Fetch fetch) {
    return switch (fetch) {
      case Fetch.Wait wait -> wait;
      case Fetch.Failed failed -> failed;
      case Fetch.Refused refused -> refused;
      case Fetch.Page page -> throw new IllegalStateException("a page is no trouble");
    };
  }
}
