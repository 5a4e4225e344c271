package no.grenselos.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;

/**
 * What a draft of the rules would have come to on the posts of some time, beside what the rules in
 * force would have. Both are tried: what people really did meanwhile, none of them knows.
 *
 * @param revision the rules in force
 * @param posts looked at: each once, as it is now; without reshares and erased ones
 * @param changed posts with another destination
 * @param changes most posts first
 * @param further posts whose change is too rare to be among {@code changes}
 * @param people everybody who would be asked by either, those with the largest change first
 * @param advice on the draft's routes, as these posts show them
 */
public record Report(
    Instant from,
    Instant to,
    int revision,
    int posts,
    int changed,
    List<Change> changes,
    int further,
    Complaints complaints,
    Totals before,
    Totals after,
    List<Person> people,
    Anew anew,
    List<ConfigProblem> advice) {
  public Report {
    changes = List.copyOf(changes);
    people = List.copyOf(people);
    advice = List.copyOf(advice);
  }

  /** What is not tried, in either of both. */
  public enum NotTried {
    /** Whoever is asked first says nothing else than yes: no passes, no offers that lapse. */
    ANSWERS,
    /** Every post stands for itself: no storms, no pauses, no replies in a conversation. */
    OTHER_POSTS,
    /** Nobody was asked in the week before. */
    WEEK_BEFORE,
    /** What is known of people, and how they want to be asked, is as of now. */
    PEOPLE_THEN
  }

  /** Posts that would go from one place to another, with a few of them. */
  public record Change(Destination from, Destination to, int posts, List<Example> examples) {
    public Change {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One of the posts.
   *
   * @param text how it begins; foreign, and for showing only
   */
  public record Example(MentionId post, String text) {}

  /**
   * Posts read as complaints.
   *
   * @param lost customer service has them now and would not any more
   * @param gained the other way round
   * @param never customer service has them neither way
   * @param examples of the lost ones
   */
  public record Complaints(int posts, int lost, int gained, int never, List<Example> examples) {
    public Complaints {
      examples = List.copyOf(examples);
    }
  }

  /**
   * How one of both treats all posts. Those of which somebody is to be asked: {@code nudges} and
   * {@code waiting} and {@code nobody} are all of them.
   *
   * @param care customer service has them
   * @param nudges somebody would have been asked
   * @param forHours came when nobody who knows the topic was at work, and had to wait
   * @param forCap came when those at work had had their share, and had to wait
   * @param waiting would still wait at the end
   * @param nobody nobody could ever be asked: they would go to the channel
   * @param examples of those nobody would get
   */
  public record Totals(
      int care,
      int held,
      int dropped,
      int silent,
      int nudges,
      int forHours,
      int forCap,
      int waiting,
      int nobody,
      List<Example> examples) {
    public Totals {
      examples = List.copyOf(examples);
    }
  }

  /** One person's interruptions; {@link Nudges#NONE} where they are not in that rule book. */
  public record Person(ExpertId id, String name, Nudges before, Nudges after) {}

  /**
   * How often somebody would have been asked.
   *
   * @param all always within their hours, and never above their cap
   * @param atOnce of these, when the post came; the others waited for hours or for the cap
   * @param capped posts on their topics that came in their hours while they had had their share
   * @param weeks by the week's Monday in their calendar; weeks without any are left out
   */
  public record Nudges(int all, int atOnce, int capped, SortedMap<LocalDate, Integer> weeks) {
    public static final Nudges NONE = new Nudges(0, 0, 0, Collections.emptySortedMap());

    public Nudges {
      weeks = Collections.unmodifiableSortedMap(new TreeMap<>(weeks));
    }

    /** Of the week with the most. */
    public int highest() {
      return weeks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /**
   * Posts read anew, because topics are others in the draft; all others keep what was understood
   * when they came.
   *
   * @param topics added, changed or taken away
   * @param read posts that might be about these
   * @param left more of those, which keep what was understood when they came
   */
  public record Anew(Set<TopicId> topics, int read, int left) {
    public Anew {
      topics = Set.copyOf(topics);
    }
  }
}
