package no.grenselos.work;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionEvent;
import no.grenselos.route.Lane;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * All parts of the product, and which of them looks after what. Refuses to be made when something
 * is looked after by nobody, or by two.
 */
public final class Features {
  private final List<Feature> all;
  private final Map<Class<? extends ChatAction>, Feature.Acts> actions = new LinkedHashMap<>();
  private final Map<FormKind, Feature.Asks> forms = new LinkedHashMap<>();
  private final Map<Object, Feature.Shows> cards = new LinkedHashMap<>();
  private final Map<String, Feature.Wakes> timers = new LinkedHashMap<>();
  private final Map<String, Feature.Answers> verbs = new LinkedHashMap<>();

  public Features(List<Feature> all) {
    this.all = List.copyOf(all);
    these(Feature.Acts.class).forEach(f -> one(actions, f.actions(), f));
    these(Feature.Asks.class).forEach(f -> f.forms().forEach(kind -> one(forms, kind, f)));
    these(Feature.Shows.class).forEach(f -> f.roles().forEach(role -> one(cards, role, f)));
    these(Feature.Shows.class).forEach(f -> f.things().forEach(kind -> one(cards, kind, f)));
    these(Feature.Wakes.class).forEach(f -> f.timers().forEach(kind -> one(timers, kind, f)));
    these(Feature.Answers.class).forEach(f -> f.verbs().forEach(verb -> one(verbs, verb, f)));
    Arrays.stream(ChatAction.class.getPermittedSubclasses())
        .filter(group -> !actions.containsKey(group))
        .forEach(group -> nobody(group.getSimpleName()));
    Arrays.stream(FormKind.values())
        .filter(kind -> !forms.containsKey(kind))
        .forEach(kind -> nobody("form " + kind));
  }

  private static <K, F> void one(Map<K, F> map, K key, F feature) {
    if (map.putIfAbsent(key, feature) != null) {
      throw new IllegalArgumentException(key + " is looked after by two features");
    }
  }

  private static void nobody(String what) {
    throw new IllegalArgumentException(what + " is looked after by no feature");
  }

  private <F extends Feature> Stream<F> these(Class<F> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Does what somebody did. */
  public void act(Deed deed) {
    actions.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(deed.event().action()))
        .findFirst()
        .orElseThrow()
        .getValue()
        .act(deed);
  }

  public Feature.Asks form(FormKind kind) {
    return Optional.ofNullable(forms.get(kind)).orElseThrow();
  }

  /** What the card shows; empty when there is nothing to show (any more). */
  public Optional<Showing> show(Feature.Look look, Placement card) {
    Object key =
        switch (card.subject()) {
          case Subject.OfTicket ticket -> card.role();
          case Subject.Thing thing -> thing.kind();
        };
    return Optional.ofNullable(cards.get(key)).flatMap(feature -> feature.show(look, card));
  }

  /** Lets everybody add to a ticket's card. */
  public void add(Feature.Look look, Story story, CardDraft card) {
    these(Feature.Adds.class).forEach(feature -> feature.add(look, story, card));
  }

  void changed(Work work, @Nullable Ticket before, Ticket after) {
    these(Feature.Follows.class).forEach(feature -> feature.changed(work, before, after));
  }

  void named(Work work, ChatUser person, Ticket ticket, Colleague by) {
    these(Feature.Meets.class).forEach(feature -> feature.named(work, person, ticket, by));
  }

  /** A revision is in force that this process has not seen before. */
  public void obey(Work work) {
    these(Feature.Obeys.class).forEach(feature -> feature.obey(work));
  }

  /** Whether one of them looks after the post, so that it needs no ticket. */
  public boolean received(Work work, MentionLog.Logged post) {
    return these(Feature.Receives.class).anyMatch(feature -> feature.received(work, post));
  }

  void swept(Work work, Leftover what, List<Long> numbers) {
    these(Feature.Quotes.class).forEach(feature -> feature.swept(work, what, numbers));
  }

  void erased(Work work, Erasure.Gone gone) {
    these(Feature.Quotes.class).forEach(feature -> feature.erased(work, gone));
  }

  public void liked(Work work, MentionEvent.Liked like) {
    these(Feature.Likes.class).forEach(feature -> feature.liked(work, like));
  }

  boolean held(Work work, Ticket ticket, Lane lane) {
    return these(Feature.Holds.class).anyMatch(feature -> feature.holds(work, ticket, lane));
  }

  /** What an answer to the ticket's post begins with; of the first who knows. */
  public Optional<String> opening(Visit visit, Ticket ticket) {
    return these(Feature.Opens.class)
        .flatMap(feature -> feature.opening(visit, ticket).stream())
        .findFirst();
  }

  /** Wakes whose moment it is; a timer that belongs to nobody is forgotten. */
  public void wake(Work work, Timers.Timer timer) {
    Feature.Wakes feature = timers.get(timer.kind());
    if (feature != null) feature.wake(work, timer);
  }

  public Page home(Visit visit) {
    PageDraft page = new PageDraft();
    these(Feature.AtHome.class).forEach(feature -> feature.add(visit, page));
    return page.page();
  }

  /** All kinds of cards: the roles of tickets' cards, and the kinds of other things. */
  public Set<Object> cards() {
    return Set.copyOf(cards.keySet());
  }

  /** All first words that somebody answers to. */
  public Set<String> verbs() {
    return Set.copyOf(verbs.keySet());
  }

  /** Empty when nobody answers to this verb. */
  public Optional<Said> answer(Visit visit, String verb, String rest) {
    return Optional.ofNullable(verbs.get(verb)).map(feature -> feature.answer(visit, verb, rest));
  }

  /** Empty when nobody understands it; of the first who does. */
  public Optional<Said> hear(Visit visit, String words) {
    return these(Feature.Hears.class)
        .flatMap(feature -> feature.hear(visit, words).stream())
        .findFirst();
  }

  public Optional<Card> about(Visit visit, URI address) {
    return these(Feature.Knows.class)
        .flatMap(feature -> feature.about(visit, address).stream())
        .findFirst();
  }
}
