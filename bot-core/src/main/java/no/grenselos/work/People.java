package no.grenselos.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Profile;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import org.jspecify.annotations.Nullable;

/**
 * The rule book with its people as they want to be asked. It costs a transaction the reading of one
 * number; when that has changed, the profiles changed since are read, and the book is made anew.
 * Safe for many threads.
 */
public final class People {
  private volatile @Nullable Present last;

  People() {}

  /**
   * The book as of one change of the profiles.
   *
   * @param base the rule book by itself
   */
  record Present(RuleBook base, long version, Map<String, Profile> profiles, RuleBook book) {}

  /** The rule book with its people as they want to be asked, for who reads it once. */
  public static RuleBook of(Books books, RuleBook written) {
    return read(books, written, null, books.profiles().version()).book();
  }

  /** As the transaction sees them. */
  @SuppressWarnings("ReferenceEquality") // two books of 10,000 people are not compared each time
  Present now(Books books, RuleBook base) {
    Present known = last;
    long version = books.profiles().version();
    // a transaction that began before the last change may as well see it
    if (known == null || version > known.version()) known = read(books, base, known, version);
    return known.base() == base ? known : over(base, known.version(), known.profiles());
  }

  private static Present read(Books books, RuleBook base, @Nullable Present known, long version) {
    Map<String, Profile> profiles = new HashMap<>(known == null ? Map.of() : known.profiles());
    long newest = version;
    for (Profile profile : books.profiles().since(known == null ? 0 : known.version())) {
      profiles.put(profile.id().id(), profile);
      newest = Math.max(newest, profile.version());
    }
    return over(base, newest, profiles);
  }

  /** Others may use it: what it was read from is kept. */
  synchronized void keep(Present present) {
    Present known = last;
    if (known == null || present.version() >= known.version()) last = present;
  }

  private static Present over(RuleBook base, long version, Map<String, Profile> profiles) {
    if (profiles.isEmpty()) return new Present(base, version, profiles, base);
    Set<TopicId> topics = base.topics().stream().map(Topic::id).collect(Collectors.toSet());
    Map<String, Profile> outside = new TreeMap<>(profiles);
    List<Expert> people = new ArrayList<>();
    for (Expert expert : base.experts()) {
      Profile profile = of(profiles, expert.id(), expert.handles());
      outside.remove(expert.id().id());
      expert.handles().forEach(handle -> outside.remove(handle.toString()));
      people.add(profile == null ? expert : known(profile.over(expert), topics));
    }
    Hours hours = Hours.usual(base.house().zone());
    for (Profile profile : outside.values()) {
      if (profile.person() == null || profile.proposal().consent() != Profile.Consent.YES) continue;
      Expert expert = profile.outsideTheRuleBook(hours, base.house().language());
      people.add(known(expert, topics));
    }
    return new Present(base, version, profiles, base.with(people));
  }

  private static @Nullable Profile of(
      Map<String, Profile> profiles, ExpertId id, List<Handle> handles) {
    Profile own = profiles.get(id.id());
    for (Handle handle : handles) {
      if (own == null) own = profiles.get(Profile.idOf(handle).id());
    }
    return own;
  }

  /** Nobody is asked about a topic that is no more. */
  private static Expert known(Expert expert, Set<TopicId> topics) {
    if (topics.containsAll(expert.topics())) return expert;
    Set<TopicId> own = new LinkedHashSet<>(expert.topics());
    own.retainAll(topics);
    return expert.on(own);
  }
}
