package no.grenselos.route;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import no.grenselos.route.match.Hits;
import no.grenselos.route.match.PostIndex;
import no.grenselos.route.match.PostIndex.Post;

/**
 * Some thousand posts that several revisions of the rules decide about: each query of all of them
 * runs once. For looking back; decisions are those of {@link Router#decide}, but say nothing of the
 * words that made a query match. Not thread safe; close it.
 */
public final class Posts implements AutoCloseable {
  private final List<Post> posts;
  private final PostIndex index;

  public Posts(List<Post> posts) {
    this.posts = List.copyOf(posts);
    this.index = new PostIndex(this.posts);
  }

  /** What one revision makes of the posts; may be used when these are closed, by one thread. */
  public ByRules by(Router router) {
    return new ByRules(router, index.matching(router.queries()));
  }

  @Override
  public void close() {
    index.close();
  }

  /** The posts, as one revision of the rules sees them. */
  public final class ByRules {
    private final Router router;
    private final List<Hits> hits;

    private ByRules(Router router, List<Hits> hits) {
      this.router = router;
      this.hits = hits;
    }

    /** What would have been done with the post of that number, at that moment. */
    public Decision decision(int post, Instant at) {
      Post one = posts.get(post);
      return router.decide(one.mention(), one.reading(), hits.get(post), at);
    }

    /** The numbers of the routes that match it, reached or not. */
    public BitSet matching(int post) {
      BitSet routes = new BitSet();
      List<Route> all = router.book().routes();
      Hits found = hits.get(post);
      for (int i = found.next(0); i >= 0 && i < all.size(); i = found.next(i + 1)) {
        Route route = all.get(i);
        if (route.topic() == null || posts.get(post).reading().topic(route.topic()).isPresent()) {
          routes.set(i);
        }
      }
      return routes;
    }
  }
}
