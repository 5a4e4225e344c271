package no.grenselos.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Lookup;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** A chat house that keeps what it is told, and fails as the test says. */
final class ScriptedHouse implements ChatPort {
  private final String name;

  ScriptedHouse(String name) {
    this.name = name;
  }

  /** A message as people see it, with all it ever showed. */
  record Shown(MessageRef ref, Place place, PlacementId id, List<Card> versions) {
    Card card() {
      return versions.getLast();
    }
  }

  private final Map<MessageRef, Shown> messages = new LinkedHashMap<>();
  private final List<String> whispers = new ArrayList<>();
  private final Set<MessageRef> pinned = new LinkedHashSet<>();
  private final Map<Handle, Page> homes = new HashMap<>();
  private final Map<Handle, Presence> presences = new HashMap<>();
  private final Map<Email, Lookup> members = new HashMap<>();
  private final Map<Place, Delivery> refused = new HashMap<>();
  private final Map<Place, Runnable> meanwhile = new HashMap<>();
  private final Map<Place, Runnable> onceThere = new HashMap<>();
  private Optional<Delivery> nextAnswer = Optional.empty();
  private boolean weatherHolds;
  private boolean deliversAnyway;

  /** Nothing new is taken in that place. */
  void refuses(Place place, Delivery answer) {
    refused.put(place, answer);
  }

  /** Something happens before what we post there arrives. */
  void meanwhile(Place place, Runnable what) {
    meanwhile.put(place, what);
  }

  /** Something happens after what we post there arrived, and before we hear the answer. */
  void onceThere(Place place, Runnable what) {
    onceThere.put(place, what);
  }

  /** Every call is answered so, until {@link #well()}. */
  void answersWith(Delivery answer) {
    nextAnswer = Optional.of(answer);
    weatherHolds = true;
  }

  /** The next post arrives, but we never hear of it. */
  void losesTheNextAnswer() {
    nextAnswer = Optional.of(new Delivery.Unsure("time-out"));
    weatherHolds = false;
    deliversAnyway = true;
  }

  void well() {
    nextAnswer = Optional.empty();
  }

  List<Shown> in(Place place) {
    return messages.values().stream().filter(m -> m.place().equals(place)).toList();
  }

  List<Shown> all() {
    return List.copyOf(messages.values());
  }

  List<String> whispers() {
    return whispers;
  }

  /** The house's own id of a place. */
  static String channel(Place place) {
    return switch (place) {
      case Place.Direct direct -> "D-" + direct.to().id();
      case Place.Channel channel -> "C-" + channel.name();
    };
  }

  @Override
  public String house() {
    return name;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    Optional.ofNullable(meanwhile.remove(place)).ifPresent(Runnable::run);
    if (refused.containsKey(place)) return refused.get(place);
    boolean arrives = nextAnswer.isEmpty() || deliversAnyway;
    MessageRef ref = new MessageRef(name, channel(place), "m" + (messages.size() + 1));
    if (arrives) {
      messages.put(ref, new Shown(ref, place, card, new ArrayList<>(List.of(content))));
      deliversAnyway = false;
    }
    Optional.ofNullable(onceThere.remove(place)).ifPresent(Runnable::run);
    return answer(new Delivery.Delivered(ref));
  }

  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    return messages.values().stream()
        .filter(m -> m.place().equals(place) && m.id().equals(card))
        .findFirst()
        .<Sighting>map(m -> new Sighting.Seen(m.ref()))
        .orElse(new Sighting.NotThere());
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    if (nextAnswer.isEmpty()) messages.get(ref).versions().add(content);
    return answer(new Delivery.Delivered(ref));
  }

  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    whispers.add(to.handle().id() + ": " + text);
    return answer(new Delivery.Delivered(new MessageRef(name, "whisper", text)));
  }

  @Override
  public Delivery pin(MessageRef ref) {
    pinned.add(ref);
    return answer(new Delivery.Delivered(ref));
  }

  @Override
  public Delivery home(Handle of, Page page) {
    homes.put(of, page);
    return answer(new Delivery.Delivered(new MessageRef(name, of.id(), "home")));
  }

  @Override
  public Presence presence(Handle of) {
    return presences.getOrDefault(of, Presence.UNKNOWN);
  }

  /** What the house says of somebody's day from now on. */
  void presence(Handle of, Presence presence) {
    presences.put(of, presence);
  }

  @Override
  public Lookup lookUp(Email email) {
    return members.getOrDefault(email, new Lookup.Unknown("in " + name));
  }

  /** Somebody has that address from now on. */
  void member(Email email, Lookup answer) {
    members.put(email, answer);
  }

  Set<MessageRef> pinned() {
    return pinned;
  }

  /** The home as last published; null when it never was. */
  @Nullable Page home(Handle of) {
    return homes.get(of);
  }

  private Delivery answer(Delivery fine) {
    Delivery answer = nextAnswer.orElse(fine);
    if (!weatherHolds) nextAnswer = Optional.empty();
    return answer;
  }
}
