package no.grenselos.flow;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/** The scripted network as it tells of single posts: of those the test gave it, and as it says. */
final class ScriptedLookup implements PostLookup {
  private static final String PLACE = "https://mastodon.example/";

  private final Map<URI, Mention> posts = new HashMap<>();
  private final Queue<Found> next = new ArrayDeque<>();
  private final List<URI> asked = new ArrayList<>();

  /** Where a post of Kari's is. */
  static URI link(String id) {
    return URI.create(PLACE + "@kari/" + id);
  }

  /** There is such a post from now on. */
  void has(String id, Mention post) {
    posts.put(link(id), post);
  }

  /** The next questions are answered so, in turn. */
  void answersWith(Found... answers) {
    next.addAll(List.of(answers));
  }

  List<URI> asked() {
    return asked;
  }

  @Override
  public Network network() {
    return ScriptedNetwork.NAME;
  }

  @Override
  public boolean knows(URI link) {
    return link.toString().startsWith(PLACE);
  }

  @Override
  public Found find(URI link) {
    asked.add(link);
    Found scripted = next.poll();
    if (scripted != null) return scripted;
    Optional<MentionEvent> post =
        Optional.ofNullable(posts.get(link)).map(MentionEvent.Posted::new);
    return new Seen(post.stream().toList(), List.of());
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public Found again(List<MentionId> posts) {
    return new Seen(List.of(), List.of());
  }

  @Override
  public void close() {
    // nothing is open
  }
}
