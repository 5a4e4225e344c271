package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Turns;

/**
 * The source of truth about the tenant. All reading and writing happens inside {@link #atomically},
 * one at a time, so that what the page is told has the same order as what was done.
 */
public final class Tenant {
  private final Turns turns = new Turns();
  private final TeamsSeed seed;
  private final Ids ids;
  private final Messages messages;
  private final Places places;
  private final Signs signs;
  private final Map<String, TeamsPerson> people = new LinkedHashMap<>();
  private final Set<String> oldClients = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();

  public Tenant(TeamsSeed seed, Clock clock, Happenings happenings) {
    this.seed = seed;
    this.ids = new Ids(clock);
    this.messages = new Messages(ids, happenings);
    this.places = new Places(seed, happenings);
    this.signs = new Signs(happenings);
    seed.people().forEach(person -> people.put(person.aadObjectId(), person));
  }

  /** Does it alone, then wakes those who {@link #await} a change. */
  public <T> T atomically(Supplier<T> work) {
    return turns.atomically(work);
  }

  /** The same, with nothing to give back. */
  public void alone(Runnable work) {
    turns.atomically(() -> {
      work.run();
      return true;
    });
  }

  /** Waits, in real time, until it holds; false when the time is up before. */
  public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
    return turns.await(condition, longest);
  }

  public TeamsSeed seed() {
    return seed;
  }

  public Ids ids() {
    return ids;
  }

  public Messages messages() {
    return messages;
  }

  public Places places() {
    return places;
  }

  public Signs signs() {
    return signs;
  }

  public List<TeamsPerson> people() {
    return List.copyOf(people.values());
  }

  /** By GUID, "29:" id or address. */
  public Optional<TeamsPerson> find(String who) {
    return people.values().stream().filter(person -> person.isKnownAs(who)).findFirst();
  }

  /** By GUID, "29:" id or address; throws {@link BadRequest}. */
  public TeamsPerson person(String who) {
    return find(who).orElseThrow(() -> new BadRequest("nobody is called " + who));
  }

  /** Those of the conversation, in the order of the seed. */
  public List<TeamsPerson> members(Conversation conversation) {
    return people.values().stream()
        .filter(person -> conversation.members().contains(person.aadObjectId()))
        .toList();
  }

  /** A client from before Universal Actions: it shows the fallbacks and refreshes nothing. */
  public void oldClient(TeamsPerson person, boolean old) {
    if (old) {
      oldClients.add(person.aadObjectId());
    } else {
      oldClients.remove(person.aadObjectId());
    }
  }

  public boolean hasOldClient(TeamsPerson person) {
    return oldClients.contains(person.aadObjectId());
  }

  public void record(Asked one) {
    asked.add(one);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What is the same for everybody. */
  public ObjectNode json() {
    return PageState.ofAll(this);
  }

  /** All that one person sees. */
  public ObjectNode json(TeamsPerson person) {
    return PageState.of(this, person);
  }
}
