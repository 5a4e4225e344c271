package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;

/**
 * Looks at single posts, signed in. A post that is there has the revision of a first sight, since
 * nothing in it says whether it was ever written anew: that is noticed by the feeds, which know
 * what it was.
 */
final class BlueskyLookup extends HttpLookup {
  private final BlueskyApi api;
  private final PostReader reader = new PostReader(true);

  BlueskyLookup(BlueskyApi api, Clock clock) {
    super(BlueskyFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
  }

  @Override
  public boolean knows(URI link) {
    return PostLink.of(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    return PostLink.of(link).map(this::find).orElseGet(() -> nothing("link"));
  }

  private Found find(PostLink post) {
    if (post.namesAccount()) return post.of(post.who()).map(this::find).orElseGet(this::noPost);
    return switch (new OurAccount(api.client(), api.session().service(), post.who()).did()) {
      case OurAccount.Named.Did named ->
          post.of(named.did()).map(this::find).orElseGet(this::noPost);
      case OurAccount.Named.Nobody nobody -> noPost();
      case OurAccount.Named.Not not -> not(not.fetch());
    };
  }

  private Found noPost() {
    return nothing("link");
  }

  private Found find(AtUri post) {
    return switch (api.shown(List.of(post.toString()))) {
      case BlueskyApi.Shown.Not not -> not(not.fetch());
      case BlueskyApi.Shown.Posts shown ->
          Optional.ofNullable(shown.views().get(post.toString()))
              .map(this::posted)
              .orElseGet(() -> nothing(post.toString()));
    };
  }

  private Found posted(JsonNode view) {
    Gathering gathering = new Gathering();
    gathering.take("link", () -> new MentionEvent.Posted(reader.read(view, "")));
    return seen(gathering);
  }

  @Override
  public int most() {
    return BlueskyApi.MOST_POSTS;
  }

  /** One that is missing is asked for once more before it is believed to be gone. */
  @Override
  protected Found look(List<MentionId> posts) {
    List<String> uris = posts.stream().map(MentionId::id).filter(BlueskyLookup::isPost).toList();
    Gathering gathering = new Gathering();
    List<String> missing = uris;
    for (int looks = 0; looks < 2 && !missing.isEmpty(); looks++) {
      switch (api.shown(missing)) {
        case BlueskyApi.Shown.Not not -> {
          return not(not.fetch());
        }
        case BlueskyApi.Shown.Posts shown -> missing = take(missing, shown.views(), gathering);
      }
    }
    for (String gone : missing) {
      gathering.take(gone, () -> deleted(new MentionId(BlueskyFeedProvider.NETWORK, gone)));
    }
    return seen(gathering);
  }

  private List<String> take(List<String> asked, Map<String, JsonNode> views, Gathering gathering) {
    List<String> missing = new ArrayList<>();
    for (String uri : asked) {
      JsonNode view = views.get(uri);
      if (view == null) missing.add(uri);
      else gathering.take(uri, () -> new MentionEvent.Edited(reader.read(view, "")));
    }
    return missing;
  }

  private static boolean isPost(String uri) {
    return AtUri.post(uri).isPresent();
  }
}
