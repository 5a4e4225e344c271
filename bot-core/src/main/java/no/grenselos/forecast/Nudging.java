package no.grenselos.forecast;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Ranking;
import no.grenselos.forecast.Queue.Kind;
import no.grenselos.forecast.Queue.Line;
import no.grenselos.forecast.Queue.Waiter;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;

/**
 * Goes through time with one rule book's people and asks one of them about each post, as the
 * service would: the best of those who may be asked, at once or as soon as somebody may. Not thread
 * safe.
 */
final class Nudging {
  private final Company company;
  private final Knowledge knowledge;
  private final Function<MentionId, Optional<Mention>> posts;
  private final Queue queue = new Queue();
  private final Map<TopicId, List<Expert>> willing = new HashMap<>();
  private final Map<ExpertId, Diary> diaries = new HashMap<>();
  private final Examples nobody = new Examples();
  private int lost;
  private int nudges;
  private int forHours;
  private int forCap;

  /**
   * @param posts finds one that had to wait
   */
  Nudging(Company company, Knowledge knowledge, Function<MentionId, Optional<Mention>> posts) {
    this.company = company;
    this.knowledge = knowledge;
    this.posts = posts;
  }

  /** A post came of which somebody is to be asked; posts come oldest first. */
  void came(Mention mention, Language language, TopicId topic, Instant at) {
    goOn(at);
    Kind kind = new Kind(topic, language);
    Ranking ranking = ranking(kind, at);
    spare(ranking, at);
    if (!ranking.fits().isEmpty()) {
      ask(best(kind, ranking, at, () -> Optional.of(mention)), at, true);
      return;
    }
    Optional<Instant> chance = ranking.nextChance();
    if (chance.isEmpty()) {
      nobody.add(mention);
      return;
    }
    if (ranking.leftOut().stream().anyMatch(out -> atCap(out, at))) forCap++;
    else forHours++;
    queue.add(kind, new Waiter(mention.id(), at), chance.get());
  }

  /** A post came that a silence kept until then. */
  void kept(Mention mention, Language language, TopicId topic, Instant since, Instant until) {
    goOn(since);
    queue.add(new Kind(topic, language), new Waiter(mention.id(), since), until);
  }

  /** Time goes on: those who wait are looked at as soon as somebody may be asked. */
  void goOn(Instant to) {
    for (Optional<Line> due = queue.due(to); due.isPresent(); due = queue.due(to)) serve(due.get());
  }

  private void serve(Line line) {
    Instant now = line.wake();
    Ranking ranking = ranking(line.kind(), now);
    if (!ranking.fits().isEmpty()) {
      MentionId first = line.first().post();
      ask(best(line.kind(), ranking, now, () -> posts.apply(first)), now, false);
      queue.served(line);
      return;
    }
    Optional<Instant> chance = ranking.nextChance();
    if (chance.isPresent()) {
      queue.later(line, chance.get());
    } else {
      lost += line.size();
      queue.dissolve(line);
    }
  }

  private Ranking ranking(Kind kind, Instant at) {
    return Ranking.of(willing(kind.topic()), situation(kind, at));
  }

  private List<Expert> willing(TopicId topic) {
    return willing.computeIfAbsent(topic, company::willing);
  }

  private Ranking.Situation situation(Kind kind, Instant at) {
    return new Ranking.Situation(
        kind.topic(),
        kind.language(),
        willing(kind.topic()).stream()
            .collect(Collectors.toMap(Expert::id, expert -> diary(expert).load(at))),
        Map.of(),
        at);
  }

  /** What is known of the post is asked for only where it decides: it may take milliseconds. */
  private Expert best(Kind kind, Ranking ranking, Instant at, Supplier<Optional<Mention>> post) {
    boolean decides = ranking.fits().size() > 1 && !knowledge.equals(Knowledge.NONE);
    return (decides ? post.get() : Optional.<Mention>empty())
        .map(mention -> knowledge.rank(willing(kind.topic()), mention, situation(kind, at)))
        .orElse(ranking)
        .best()
        .orElseThrow();
  }

  private void ask(Expert expert, Instant at, boolean whenItCame) {
    nudges++;
    diary(expert).asked(at, whenItCame);
  }

  private void spare(Ranking ranking, Instant at) {
    for (Candidacy.LeftOut out : ranking.leftOut()) {
      if (atCap(out, at)) diary(out.expert()).spared();
    }
  }

  // whoever is at work and may be asked later, though nothing was said of this post
  private static boolean atCap(Candidacy.LeftOut out, Instant at) {
    return out.from() != null && out.expert().present(at);
  }

  private Diary diary(Expert expert) {
    return diaries.computeIfAbsent(expert.id(), id -> new Diary(expert));
  }

  Map<ExpertId, Diary> diaries() {
    return diaries;
  }

  /** How it came out, beside what the rules did with the others. */
  Report.Totals totals(int care, int held, int dropped, int silent) {
    return new Report.Totals(
        care,
        held,
        dropped,
        silent,
        nudges,
        forHours,
        forCap,
        queue.size(),
        nobody.posts() + lost,
        nobody.first());
  }
}
