package no.grenselos.insight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.grenselos.store.Statistics.Back;
import no.grenselos.store.Statistics.Came;
import no.grenselos.store.Statistics.Count;
import no.grenselos.store.Statistics.Part;
import no.grenselos.store.Statistics.Wait;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.Effect;

/**
 * What is told of a goal, a topic or everything.
 *
 * @param waiting empty when nothing was answered
 * @param backs what came back from outside in that time, for answers of any time
 * @param effects what the answers brought about, as far as it was told
 */
public record Figures(
    Counts counts,
    Optional<Waiting> waiting,
    Map<Thanks.Kind, Long> backs,
    Map<Effect, Long> effects) {
  public Figures {
    backs = Map.copyOf(backs);
    effects = Map.copyOf(effects);
  }

  /** All there is to count, by goal and topic. */
  record Source(List<Count> counts, List<Wait> waits, List<Back> backs, List<Came> effects) {
    Figures of(Predicate<Part> part) {
      Map<Thanks.Kind, Long> sums = new EnumMap<>(Thanks.Kind.class);
      backs.stream()
          .filter(back -> part.test(back.part()))
          .forEach(back -> sums.merge(back.kind(), back.times(), Long::sum));
      Map<Effect, Long> told = new EnumMap<>(Effect.class);
      effects.stream()
          .filter(came -> part.test(came.part()))
          .forEach(came -> told.merge(came.effect(), came.times(), Long::sum));
      return new Figures(
          Counts.of(counts.stream().filter(count -> part.test(count.part())).toList()),
          Waiting.of(waits.stream().filter(wait -> part.test(wait.part())).toList()),
          sums,
          told);
    }
  }

  public long back(Thanks.Kind kind) {
    return backs.getOrDefault(kind, 0L);
  }

  public long effect(Effect effect) {
    return effects.getOrDefault(effect, 0L);
  }

  /** Of how many answers it was told what they brought about. */
  public long told() {
    return effects.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The told ones that so change what an answer is assumed to be worth. */
  long told(Effect.Weight weight) {
    return effects.entrySet().stream()
        .filter(one -> one.getKey().weight() == weight)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  boolean nothing() {
    return counts.equals(Counts.NONE) && backs.isEmpty();
  }
}
