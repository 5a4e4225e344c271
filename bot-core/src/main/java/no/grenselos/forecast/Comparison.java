package no.grenselos.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.expert.ExpertId;
import no.grenselos.forecast.Report.Change;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Person;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.route.Posts;
import no.grenselos.route.match.PostIndex.Post;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.work.Rules;

/** Two rule books side by side, over page after page of posts, in three steps a page. */
final class Comparison {
  private final Rules today;
  private final Rules draft;
  private final TopicsAnew topics;
  private final Side before;
  private final Side after;
  private final RouteCounts counts;
  private final Changes changes = new Changes();
  private final ComplaintCounts complaints = new ComplaintCounts();
  private int posts;

  Comparison(Rules today, Rules draft, TopicsAnew topics, Side before, Side after) {
    this.today = today;
    this.draft = draft;
    this.topics = topics;
    this.before = before;
    this.after = after;
    this.counts = new RouteCounts(draft.book().routes());
  }

  /**
   * A page as it was understood, and as it would be with the draft's topics.
   *
   * @param anew the same list where the topics are the same
   */
  record Understood(List<Received> page, List<Post> asRead, List<Post> anew) {}

  /** A page as both rule books decide about it. */
  record Decided(List<Received> page, Posts.ByRules old, Posts.ByRules fresh) {}

  /** Reads a page anew as far as that is needed. Called by one thread, pages oldest first. */
  Understood understood(List<Received> page) {
    List<Received> looked = page.stream().filter(Comparison::decided).toList();
    List<Post> asRead = looked.stream().map(p -> new Post(p.mention(), p.reading())).toList();
    if (topics.none()) return new Understood(looked, asRead, asRead);
    List<Post> anew =
        looked.stream().map(post -> new Post(post.mention(), topics.of(post))).toList();
    return new Understood(looked, asRead, anew);
  }

  /** Runs all queries. Called by any thread, for any page. */
  Decided decided(Understood page) {
    try (Posts asRead = new Posts(page.asRead())) {
      Posts.ByRules old = asRead.by(today.router());
      if (topics.none()) return new Decided(page.page(), old, asRead.by(draft.router()));
      try (Posts anew = new Posts(page.anew())) {
        return new Decided(page.page(), old, anew.by(draft.router()));
      }
    }
  }

  // the service counts it with its original, whatever the rules say
  private static boolean decided(Received post) {
    return post.mention().kind() != MentionKind.RESHARE || post.mention().reshareOf() == null;
  }

  /** Counts, and goes through time. Called by one thread, pages oldest first. */
  void look(Decided decided) {
    List<Received> page = decided.page();
    Posts.ByRules old = decided.old();
    Posts.ByRules fresh = decided.fresh();
    for (int i = 0; i < page.size(); i++) {
      Received post = page.get(i);
      Mention mention = post.mention();
      Language language = post.reading().language();
      Side.Fate now = before.treat(old, i, mention, language, post.at());
      Side.Fate then = after.treat(fresh, i, mention, language, post.at());
      changes.add(mention, Destination.of(now.first()), Destination.of(then.first()));
      if (post.reading().intent() == Intent.COMPLAINT) {
        complaints.add(mention, Destination.of(now.last()), Destination.of(then.last()));
      }
      counts.add(fresh.matching(i), then.first().because());
      posts++;
    }
  }

  Report report(Instant from, Instant to) {
    before.end(to);
    after.end(to);
    List<Change> told = changes.told();
    return new Report(
        from,
        to,
        today.book().revision(),
        posts,
        changes.posts(),
        told,
        changes.posts() - told.stream().mapToInt(Change::posts).sum(),
        complaints.told(),
        before.totals(),
        after.totals(),
        people(),
        topics.told(),
        counts.advice());
  }

  private List<Person> people() {
    Map<ExpertId, Diary> old = before.nudging().diaries();
    Map<ExpertId, Diary> fresh = after.nudging().diaries();
    Map<String, Diary> all = new TreeMap<>();
    old.forEach((id, diary) -> all.put(id.id(), diary));
    fresh.forEach((id, diary) -> all.put(id.id(), diary));
    List<Person> people = new ArrayList<>();
    for (Diary diary : all.values()) {
      ExpertId id = diary.expert().id();
      people.add(new Person(id, diary.expert().name(), nudges(old, id), nudges(fresh, id)));
    }
    people.removeIf(person -> nothing(person.before()) && nothing(person.after()));
    people.sort(
        Comparator.comparingInt(
                (Person person) -> -Math.abs(person.after().all() - person.before().all()))
            .thenComparingInt(person -> -person.after().all()));
    return people;
  }

  private static boolean nothing(Nudges nudges) {
    return nudges.all() == 0 && nudges.capped() == 0;
  }

  private static Nudges nudges(Map<ExpertId, Diary> diaries, ExpertId id) {
    Diary diary = diaries.get(id);
    return diary == null ? Nudges.NONE : diary.nudges();
  }
}
