package no.grenselos.feed.facebook;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/**
 * Looks single posts up by their ids. Of links it knows those only that name our page and the post
 * by their numbers.
 */
record GraphLookup(GraphApi api) implements PostLookup {
  @Override
  public Network network() {
    return api.account().network();
  }

  @Override
  public boolean knows(URI link) {
    return api.account().idIn(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    Optional<String> id = api.account().idIn(link);
    if (id.isEmpty()) throw new IllegalArgumentException("a link that is not known: ask first");
    return look(List.of(id.get()), true);
  }

  @Override
  public int most() {
    return SecondLook.MOST;
  }

  @Override
  public Found again(List<MentionId> posts) {
    return look(posts.stream().map(MentionId::id).toList(), false);
  }

  private Found look(List<String> ids, boolean first) {
    Optional<Fetch.Wait> rest = api.rest();
    if (rest.isPresent()) return rest.get();
    SecondLook look = new SecondLook(api);
    return first ? look.at(ids, MentionEvent.Posted::new) : look.at(ids, MentionEvent.Edited::new);
  }

  @Override
  public void close() {
    api.client().close();
  }
}
