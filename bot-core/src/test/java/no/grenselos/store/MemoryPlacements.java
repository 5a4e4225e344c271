package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Subject;

record MemoryPlacements(MemoryState state) implements Placements {
  @Override
  public Placement make(Placement.Draft d) {
    PlacementId id = new PlacementId(state.next("placement"));
    Placement placement =
        new Placement(
            id, d.subject(), d.place(), d.role(), d.offer(), d.locale(), d.madeAt(), null);
    state.placements().put(id.number(), placement);
    return placement;
  }

  @Override
  public Placement makeOnce(Placement.Draft d) {
    return standing(p -> p.subject().equals(d.subject()) && p.place().equals(d.place()))
        .findFirst()
        .orElseGet(() -> make(d));
  }

  @Override
  public Optional<Placement> find(PlacementId id) {
    return standing(placement -> placement.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Placement> at(MessageRef ref) {
    return standing(placement -> ref.equals(placement.message())).findFirst();
  }

  @Override
  public List<Placement> of(Subject subject) {
    return standing(placement -> placement.subject().equals(subject)).toList();
  }

  @Override
  public List<Placement> standing(String house, String channel) {
    return standing(p ->
            p.message() != null
                && p.message().house().equals(house)
                && p.message().channel().equals(channel))
        .toList();
  }

  @Override
  public List<Placement> in(Place place, int most) {
    return standing(placement -> placement.place().equals(place))
        .sorted(Comparator.comparingLong((Placement p) -> p.id().number()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Placement> ofKind(String kind, Instant since, int most) {
    return standing(p -> p.subject().thing(kind).isPresent() && !p.madeAt().isBefore(since))
        .sorted(Comparator.comparingLong((Placement p) -> p.id().number()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public void placed(PlacementId id, MessageRef ref) {
    state
        .placements()
        .computeIfPresent(
            id.number(),
            (number, p) ->
                new Placement(
                    id, p.subject(), p.place(), p.role(), p.offer(), p.locale(), p.madeAt(), ref));
  }

  @Override
  public void lost(PlacementId id) {
    state.lost().add(id.number());
  }

  private Stream<Placement> standing(Predicate<Placement> wanted) {
    return state.placements().values().stream()
        .filter(wanted)
        .filter(placement -> !state.lost().contains(placement.id().number()));
  }
}
