package no.grenselos.storm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.Topic;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.topic.CommonWords;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Says what posts say. Each new post is compared with the same hundred before it, so that words are
 * remembered by the text they stand in, for a quarter of an hour after they were last asked for.
 * Safe for many threads.
 */
final class Gists {
  private static final int SHORTEST = 3;
  private static final int LONGEST_TEXT = 1_000;
  private static final int TEXTS = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(15);

  private record Text(String start, boolean english) {}

  /** What all posts on a topic have, by whether the posts are English. */
  private record Own(Topic topic, boolean english) {}

  private final Cache<Text, Set<String>> stems = remembering(TEXTS);
  private final Cache<Own, Set<String>> own = remembering(TEXTS / 10);

  private static <K> Cache<K, Set<String>> remembering(int most) {
    return Caffeine.newBuilder()
        .maximumSize(most)
        .expireAfterAccess(KEPT)
        .executor(Runnable::run)
        .build();
  }

  /**
   * @param topic whose own words tell nothing here, as all posts have them; null for none
   */
  Gist of(TicketId ticket, MentionLog.Logged post, @Nullable Topic topic) {
    MentionId copyOf = post.reading().copyOf();
    MentionId group = copyOf == null ? post.mention().id() : copyOf;
    boolean english = english(post.reading().language());
    Set<String> words = stems(post.mention().text(), english);
    return new Gist(ticket, group, topic == null ? words : without(words, topic, english));
  }

  private static boolean english(Language language) {
    return language.code().equals("en");
  }

  private Set<String> without(Set<String> words, Topic topic, boolean english) {
    Set<String> rest = new TreeSet<>(words);
    rest.removeAll(own.get(new Own(topic, english), Gists::said));
    return rest;
  }

  private static Set<String> said(Own of) {
    Set<String> all = new TreeSet<>();
    of.topic()
        .keywords()
        .forEach(keyword -> all.addAll(said(new Text(start(keyword), of.english()))));
    return Collections.unmodifiableSet(all);
  }

  private Set<String> stems(String text, boolean english) {
    return stems.get(new Text(start(text), english), Gists::said);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static Set<String> said(Text text) {
    Set<String> stems = new TreeSet<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(text.start()))) {
      if (word.plain().length() < SHORTEST || CommonWords.has(word)) continue;
      stems.add(text.english() ? word.english() : word.norwegian());
    }
    return Collections.unmodifiableSet(stems);
  }
}
