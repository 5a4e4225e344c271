package no.grenselos.feed.trouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with what came in.
 *
 * @param posts that were written
 * @param arrived of these
 * @param edits and
 * @param deletes that were to be told, and were
 * @param missing ids of posts that are there and did not come
 * @param doubled keys under which no event was to come
 * @param untold ids of posts whose edit or delete did not come
 */
record Verdict(
    int posts,
    int arrived,
    int edits,
    int deletes,
    List<String> missing,
    List<String> doubled,
    List<String> untold) {

  boolean isFine() {
    return missing.isEmpty() && doubled.isEmpty() && untold.isEmpty();
  }

  static Verdict of(Arrivals arrivals, StandIn network) {
    List<Post> posts =
        network.world().all().stream().sorted(Comparator.comparing(Post::at)).toList();
    int remembered = Math.max(0, posts.size() - network.memory());
    List<String> missing = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    List<String> untold = new ArrayList<>();
    int edits = 0;
    int deletes = 0;
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      String id = network.id(post);
      boolean here = arrivals.said(id).isPresent();
      if (post.gone().isEmpty() && !here && !network.mayMiss(post, arrivals)) missing.add(id);
      doubled.addAll(unexpected(post, id, arrivals, network));
      boolean told = isTold(post, id, arrivals, network);
      if (here && i >= remembered && !told && network.mustTell(post)) untold.add(id);
      if (here && told && network.tellsEdits() && post.version() > 0) edits++;
      if (here && told && network.tellsDeletes() && post.gone().isPresent()) deletes++;
    }
    Set<String> ids = posts.stream().map(network::id).collect(Collectors.toSet());
    arrivals.ids().stream().filter(id -> !ids.contains(id)).forEach(doubled::add);
    int arrived = (int) ids.stream().filter(id -> arrivals.said(id).isPresent()).count();
    return new Verdict(posts.size(), arrived, edits, deletes, missing, doubled, untold);
  }

  /** Of each version of the post one key may come, and of its delete one. */
  private static List<String> unexpected(Post post, String id, Arrivals arrivals, StandIn network) {
    Set<String> keys = new HashSet<>(arrivals.keys(id));
    if (post.gone().isPresent()) keys.remove(id + "#deleted");
    Set<String> expected =
        network.revisions(post).stream()
            .map(revision -> id + "#" + revision)
            .collect(Collectors.toSet());
    List<String> wrong = new ArrayList<>(keys);
    wrong.removeAll(expected);
    boolean whole = arrivals.said(id).map(said -> said.number() == post.number()).orElse(true);
    if (!whole && post.gone().isEmpty()) wrong.add(id + " with other words, of " + keys);
    if (wrong.isEmpty() && keys.size() > network.mostKeys(post)) wrong.addAll(keys);
    return wrong;
  }

  private static boolean isTold(Post post, String id, Arrivals arrivals, StandIn network) {
    if (post.gone().isPresent()) return !network.tellsDeletes() || arrivals.deleted(id);
    return !network.tellsEdits()
        || arrivals.said(id).filter(said -> said.version() == post.version()).isPresent();
  }
}
