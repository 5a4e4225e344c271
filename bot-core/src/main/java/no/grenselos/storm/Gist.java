package no.grenselos.storm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Topic;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.topic.TopicModel;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.TicketId;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * What one post says, to tell whether two say the same.
 *
 * @param group the first of the posts that this one is a copy of, or itself
 * @param words stems of what tells it from other posts on the topic, in order
 */
record Gist(TicketId ticket, MentionId group, Set<String> words) {
  /** Two posts say the same when so much of what the shorter one tells stands in the other. */
  private static final double SHARED = 0.3;

  /** One word in common is chance. */
  private static final int FEWEST_SHARED = 2;

  private static final int SHORTEST = 3;
  private static final int LONGEST_TEXT = 1_000;
  private static final Set<String> COMMON = common();

  /**
   * @param topic whose own words tell nothing here, as all posts have them; null for none
   */
  static Gist of(TicketId ticket, MentionLog.Logged post, @Nullable Topic topic) {
    MentionId copyOf = post.reading().copyOf();
    MentionId group = copyOf == null ? post.mention().id() : copyOf;
    Language language = post.reading().language();
    Set<String> words = stems(post.mention().text(), language);
    if (topic != null) {
      topic.keywords().forEach(keyword -> words.removeAll(stems(keyword, language)));
    }
    return new Gist(ticket, group, words);
  }

  private static Set<String> stems(String text, Language language) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    Set<String> stems = new TreeSet<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(start))) {
      if (word.plain().length() < SHORTEST || COMMON.contains(word.plain())) continue;
      stems.add(language.code().equals("en") ? word.english() : word.norwegian());
    }
    return stems;
  }

  /** Words that say nothing in either language, as the topics have them too. */
  private static Set<String> common() {
    Set<String> common = new HashSet<>();
    for (Object word : NorwegianAnalyzer.getDefaultStopSet()) common.add(new String((char[]) word));
    for (Object word : EnglishAnalyzer.getDefaultStopSet()) common.add(new String((char[]) word));
    for (String line : Resource.lines(TopicModel.class, "common-words.txt")) {
      Words.of(line).forEach(word -> common.add(word.plain()));
    }
    return Set.copyOf(common);
  }

  /** Whether both say the same. */
  boolean like(Gist other, Map<String, Double> weights) {
    if (group.equals(other.group)) return true;
    Set<String> shared = new TreeSet<>(words);
    shared.retainAll(other.words);
    if (shared.size() < FEWEST_SHARED) return false;
    double shorter = Math.min(weight(words, weights), weight(other.words, weights));
    return weight(shared, weights) >= SHARED * shorter && weight(shared, weights) >= 1;
  }

  private static double weight(Set<String> words, Map<String, Double> weights) {
    return words.stream().mapToDouble(word -> weights.getOrDefault(word, 1.0)).sum();
  }

  /**
   * What each word tells where it is usual: a word that a quarter of these posts say counts three
   * quarters. One that none of them says counts whole, and is not in the map.
   */
  static Map<String, Double> weights(List<Gist> usual) {
    Map<String, Double> weights = new HashMap<>();
    for (Gist gist : usual) {
      for (String word : gist.words) weights.merge(word, -1.0 / usual.size(), Double::sum);
    }
    weights.replaceAll((word, share) -> Math.max(0, 1 + share));
    return weights;
  }
}
