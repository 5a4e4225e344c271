package no.grenselos.store;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;

/**
 * @param causes whatever ever kept something
 */
record MemoryMemory(SortedMap<Long, Kept> rows, SortedMap<String, Long> causes) implements Memory {
  private record Found(Kept kept, long words) {}

  @Override
  public Optional<Kept> keep(Kept.Draft draft) {
    long id = causes.size() + 1;
    if (causes.putIfAbsent(draft.source().cause(), id) != null) return Optional.empty();
    Kept fresh = draft.as(new KeptId(id));
    rows.put(id, fresh);
    return Optional.of(fresh);
  }

  @Override
  public boolean forget(KeptId id) {
    return rows.remove(id.number()) != null;
  }

  @Override
  public boolean reword(KeptId id, String text) {
    Kept before = rows.get(id.number());
    if (before == null) return false;
    Kept.Draft next =
        new Kept.Draft(
            before.by(), before.topics(), before.language(), text, before.source(), before.at());
    rows.put(id.number(), next.as(id));
    return true;
  }

  @Override
  public int forgetAllOf(String who) {
    int before = rows.size();
    rows.values().removeIf(kept -> kept.by().id().equals(who));
    return before - rows.size();
  }

  @Override
  public Optional<Kept> find(KeptId id) {
    return Optional.ofNullable(rows.get(id.number()));
  }

  @Override
  public List<Kept> search(Search search, int most) {
    return rows.values().stream()
        .filter(kept -> search.who() == null || kept.by().id().equals(search.who()))
        .filter(kept -> search.topic() == null || kept.topics().contains(search.topic()))
        .filter(kept -> search.language() == null || same(kept.language(), search.language()))
        .map(kept -> new Found(kept, words(kept, search)))
        .filter(found -> search.words().isEmpty() || found.words() > 0)
        .sorted(
            Comparator.comparingLong(Found::words)
                .reversed()
                .thenComparing(found -> found.kept().at(), Comparator.reverseOrder())
                .thenComparing(
                    Comparator.comparingLong((Found found) -> found.kept().id().number())
                        .reversed()))
        .limit(most)
        .map(Found::kept)
        .toList();
  }

  private static long words(Kept kept, Search search) {
    NavigableSet<String> forms = draft(kept).lookupWords();
    return search.words().stream().filter(word -> word.in(forms)).count();
  }

  private static Kept.Draft draft(Kept kept) {
    return new Kept.Draft(
        kept.by(), kept.topics(), kept.language(), kept.text(), kept.source(), kept.at());
  }

  private static boolean same(Language one, Language other) {
    return one.equals(other) || (one.norwegian() && other.norwegian());
  }

  @Override
  public List<Kept> answersTo(MentionId post) {
    return rows.values().stream().filter(kept -> post.equals(kept.source().post())).toList();
  }
}
