package no.grenselos.chat.teams;

import java.time.Instant;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Says honestly that nothing can be sent yet. */
final class TeamsPort implements ChatPort {
  private static final Delivery NOT_YET =
      new Delivery.Refused(
          "Teams comes with the next release",
          "give the person a Slack handle in experts.yml, and routes a Slack channel");

  @Override
  public String house() {
    return TeamsChatProvider.HOUSE;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    return NOT_YET;
  }

  /** Nothing was ever sent. */
  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    return new Sighting.NotThere();
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    return NOT_YET;
  }

  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    return NOT_YET;
  }

  @Override
  public Delivery pin(MessageRef ref) {
    return NOT_YET;
  }

  @Override
  public Delivery home(Handle of, Page page) {
    return NOT_YET;
  }

  @Override
  public Presence presence(Handle of) {
    return Presence.UNKNOWN;
  }
}
