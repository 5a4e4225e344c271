package no.grenselos.feed.trouble;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/** What came in, each event once by its key, as the inbox keeps it. */
final class Arrivals {
  private static final Pattern WORDS = Pattern.compile("nr(\\d+)v(\\d+)e, og ingen svarer\\.");

  private final Map<String, Set<String>> keys = new LinkedHashMap<>();
  private final Map<String, Said> said = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final Set<Skipped> skipped = new LinkedHashSet<>();
  private int repeats;

  /**
   * The words that were kept last.
   *
   * @param number of the post; 0 when they are not whole
   */
  record Said(int number, int version) {}

  void take(Fetch.Page page) {
    page.events().forEach(this::take);
    skipped.addAll(page.skipped());
  }

  private void take(MentionEvent event) {
    String id = event.id().toString();
    if (!keys.computeIfAbsent(id, first -> new LinkedHashSet<>()).add(event.key())) {
      repeats++;
      return;
    }
    switch (event) {
      case MentionEvent.Posted posted -> said.put(id, said(posted.mention()));
      case MentionEvent.Edited edited -> said.put(id, said(edited.mention()));
      case MentionEvent.Deleted gone -> deleted.add(id);
      case MentionEvent.Liked like -> throw new IllegalStateException("nobody likes anything here");
    }
  }

  private static Said said(Mention mention) {
    Matcher words = WORDS.matcher(mention.text());
    return words.find()
        ? new Said(Integer.parseInt(words.group(1)), Integer.parseInt(words.group(2)))
        : new Said(0, 0);
  }

  /** Every post of which anything came. */
  Set<String> ids() {
    return keys.keySet();
  }

  Set<String> keys(String id) {
    return keys.getOrDefault(id, Set.of());
  }

  Optional<Said> said(String id) {
    return Optional.ofNullable(said.get(id));
  }

  boolean deleted(String id) {
    return deleted.contains(id);
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** Events that were there already. */
  int repeats() {
    return repeats;
  }

  int kept() {
    return keys.values().stream().mapToInt(Set::size).sum();
  }
}
