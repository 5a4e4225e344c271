package no.grenselos.feed.trouble;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Where on Facebook each post stands: one in four by itself, some of these elsewhere; most of the
 * others below the one post of the page.
 *
 * @param known by the number of the post
 */
record FacebookPlaces(World world, String page, Map<Integer, String> known) {
  FacebookPlaces(World world, String page) {
    this(world, page, new ConcurrentHashMap<>());
  }

  /** The page's own post. */
  String own() {
    return page + "_1";
  }

  boolean isComment(Post post) {
    return post.answers() > 0 || post.number() % 4 != 0;
  }

  boolean isElsewhere(Post post) {
    return !isComment(post) && post.number() % 7 == 0;
  }

  /** The id of a post or comment. */
  String id(Post post) {
    if (!isComment(post)) {
      return (isElsewhere(post) ? "88" : page) + "_" + (10_000 + post.number());
    }
    String place = of(post);
    return place.substring(place.indexOf('_') + 1) + "_" + (20_000 + post.number());
  }

  /** The post that it is, or stands below. */
  String of(Post post) {
    String place = known.get(post.number());
    if (place != null) return place;
    String found = found(post);
    known.put(post.number(), found);
    return found;
  }

  private String found(Post post) {
    if (!isComment(post)) return id(post);
    return post.answers() == 0 ? own() : of(answered(post));
  }

  private Post answered(Post post) {
    return world.all().get(post.answers() - 1);
  }

  /** What it answers. */
  String parent(Post post) {
    return post.answers() == 0 ? of(post) : id(answered(post));
  }

  /** What is shown by itself, newest first. */
  List<Post> posts() {
    return world.newestFirst().filter(post -> !isComment(post)).toList();
  }

  /** What is shown below posts, newest first, by these. */
  Map<String, List<Post>> comments() {
    return world.newestFirst().filter(this::isComment).collect(Collectors.groupingBy(this::of));
  }
}
