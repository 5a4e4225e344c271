package no.grenselos.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Presence;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Handle;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Feature;
import no.grenselos.work.Question;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Asks people about posts, and does what they say to it. */
public final class Nudging implements Feature.Acts, Feature.Asks, Feature.Shows {
  private final Asking asking;
  private final Actions actions;
  private final Forms forms;

  public Nudging(Asking asking) {
    this.asking = asking;
    this.actions = new Actions(asking);
    this.forms = new Forms();
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return TicketAction.class;
  }

  @Override
  public void act(Deed deed) {
    TicketAction action = (TicketAction) deed.event().action();
    deed.onTicket()
        .ifPresentOrElse(
            on -> {
              if (on.allowed()) actions.act(on, action);
            },
            () -> deed.work().tell("action.ignored", null, deed.event().id() + ": no such card"));
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(
        FormKind.PASS_TO,
        FormKind.HAND_OVER,
        FormKind.ANSWERED,
        FormKind.MORE_LIKE_THIS,
        FormKind.LESS_LIKE_THIS);
  }

  @Override
  public Optional<Form> form(Question question) {
    return forms.form(question);
  }

  @Override
  public Submission read(Question question) {
    return forms.read(question);
  }

  @Override
  public Set<Placement.Role> roles() {
    return EnumSet.of(Placement.Role.NUDGE, Placement.Role.QUEUE, Placement.Role.FALLBACK);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    return Story.of(look.books(), look.rules().book(), card)
        .map(story -> new TicketCard(story, CardWriter.write(look, story), zone(look, card)));
  }

  private static @Nullable ZoneId zone(Look look, Placement card) {
    if (!(card.place() instanceof Place.Direct direct)) return null;
    return look.rules()
        .book()
        .expert(direct.to())
        .filter(expert -> !expert.manner().ownZone())
        .map(expert -> expert.hours().zone())
        .orElse(null);
  }

  private final class TicketCard implements Showing {
    private final Story story;
    private final Card content;
    private final @Nullable ZoneId zone;

    /**
     * @param zone in which the reader's hours are counted, where the house may say another; else
     *     null
     */
    TicketCard(Story story, Card content, @Nullable ZoneId zone) {
      this.story = story;
      this.content = content;
      this.zone = zone;
    }

    @Override
    public Card content() {
      return content;
    }

    @Override
    public boolean overtaken() {
      return story.overtaken();
    }

    /** A nudge asks; a card that a colleague hands over does not wait. */
    @Override
    public Optional<Handle> disturbs() {
      return story.offer().isPresent() && story.card().place() instanceof Place.Direct direct
          ? Optional.of(direct.to())
          : Optional.empty();
    }

    @Override
    public boolean fits(Presence presence, Instant now) {
      boolean known = zone == null || presence.zone() == null || zone.equals(presence.zone());
      return known && Showing.super.fits(presence, now);
    }

    @Override
    public Optional<Instant> waits(Work work, Placement card, Presence presence) {
      return asking.fits(work, card, presence) ? Optional.of(work.now()) : Optional.empty();
    }

    @Override
    public void placed(Work work, Placement card) {
      Duration after = Duration.between(story.logged().receivedAt(), work.now());
      work.note(
          Work.GRENSELOS,
          card.role() == Placement.Role.NUDGE ? "nudge.delivered" : "card.delivered",
          story.ticket().id(),
          card.place() + " after=" + after.toMillis() + "ms");
      asking.arrived(work, card);
    }

    /** An offer there ends, so that somebody else is asked; a channel's card goes elsewhere. */
    @Override
    public void unreachable(Work work, Placement card, String reason) {
      work.note(Work.GRENSELOS, "card.refused", story.ticket().id(), card.place() + ": " + reason);
      asking.unreachable(work, card);
      if (!(card.place() instanceof Place.Channel channel)) return;
      Place fallback = work.fallback();
      if (channel.equals(fallback)) return;
      work.books().placements().lost(card.id());
      work.place(story.ticket(), fallback, card.role(), null, card.locale());
    }
  }
}
