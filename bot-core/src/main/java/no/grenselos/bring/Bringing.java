package no.grenselos.bring;

import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.BringAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Page;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.Network;
import no.grenselos.store.Errand;
import no.grenselos.ticket.Answer;
import no.grenselos.trail.Addresses;
import no.grenselos.work.Deed;
import no.grenselos.work.Feature;
import no.grenselos.work.Outside;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/**
 * {@code take https://...}, a link alone, or words around one: the post is looked up and goes the
 * way of all posts. Anybody inside may bring one, since the rules decide what becomes of it. What
 * we have already is told at once; for all else the network is asked after the answer.
 */
public final class Bringing implements Feature.Acts, Feature.Answers, Feature.Hears {
  private final Outside outside;

  /**
   * @param outside whose lookups say which network a link belongs to
   */
  public Bringing(Outside outside) {
    this.outside = outside;
  }

  @Override
  public Set<String> verbs() {
    return Set.of("take", "ta");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    return hear(visit, rest)
        .orElseGet(() -> Said.only(Page.of(visit.phrases("bring").say("take.how"))));
  }

  @Override
  public Optional<Said> hear(Visit visit, String words) {
    return PastedLink.in(words).map(link -> said(visit, link));
  }

  private Said said(Visit visit, PastedLink link) {
    Phrases phrases = visit.phrases("bring");
    Became became = new Became(phrases, visit.book(), link);
    Optional<String> known =
        Addresses.post(visit.books(), link.uri()).map(post -> became.before(visit.books(), post));
    if (known.isPresent()) return Said.only(Page.of(known.get()));
    Optional<Answer> answer = visit.books().answers().at(link.uri());
    if (answer.isPresent()) return Said.only(Page.of(became.answer(answer.get())));
    if (isOurs(visit, link)) return Said.only(Page.of(phrases.say("ours", link.place())));
    Page soon = Page.of(phrases.say("look", link.place()));
    return Said.and(soon, new BringAction.BringPost(link.uri()));
  }

  /** As far as the link alone says. */
  private boolean isOurs(Visit visit, PastedLink link) {
    Optional<Network> network = outside.lookup(link.uri()).map(PostLookup::network);
    return visit.book().house().accounts().stream()
        .filter(account -> network.filter(account.network()::equals).isPresent())
        .anyMatch(account -> link.names(account.handle()));
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return BringAction.class;
  }

  @Override
  public void act(Deed deed) {
    switch ((BringAction) deed.event().action()) {
      case BringAction.BringPost bring -> {
        PastedLink link = new PastedLink(bring.link());
        // where only: an address mostly has its author's name in it
        deed.note("link.brought", link.place());
        // one look at a time at a place
        deed.work()
            .put(
                new Errand.LookUp(deed.event().id(), deed.event().who(), bring.link()),
                "look-up:" + link.place());
      }
    }
  }
}
