package no.grenselos.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Closures.Closure;
import no.grenselos.store.Closures.Kind;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Feature;
import no.grenselos.work.Showing;
import no.grenselos.work.Shut;
import no.grenselos.work.Work;

/**
 * What happens to a chat house: people leave and come back, channels close, the bot is thrown out.
 * Work goes on elsewhere, and the admins are told once of each, in one card that later says that it
 * is over.
 */
final class HouseWatch implements Feature.Acts, Feature.Shows {
  private final Leaving leaving;
  private final Moving moving = new Moving();

  HouseWatch(Asking asking) {
    this.leaving = new Leaving(asking);
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return HouseChange.class;
  }

  /** Only the house itself says such things: no button, form or command makes them. */
  @Override
  public void act(Deed deed) {
    Work work = deed.work();
    switch ((HouseChange) deed.event().action()) {
      case HouseChange.Disconnected gone -> disconnected(work, gone);
      case HouseChange.PersonGone gone -> personGone(work, gone.who(), "deactivated");
      case HouseChange.BotBlocked blocked -> personGone(work, blocked.who(), "blocked");
      case HouseChange.PersonBack back ->
          over(work, Kind.PERSON, back.who().house(), back.who().id());
      case HouseChange.ChannelGone gone -> channelGone(work, gone);
      case HouseChange.ChannelBack back ->
          over(work, Kind.CHANNEL, back.channel().house(), back.channel().id());
      case HouseChange.ChannelRenamed renamed -> renamed(work, renamed);
    }
  }

  /** Nobody can be told in the house itself: health and the audit say so, and the outbox waits. */
  private static void disconnected(Work work, HouseChange.Disconnected gone) {
    begun(work, closure(work, Kind.HOUSE, gone.house(), gone.house(), "", gone.reason()));
  }

  private void personGone(Work work, Handle who, String why) {
    String name = work.book().colleague(who, who.id()).name();
    Closure closure = closure(work, Kind.PERSON, who.house(), who.id(), name, why);
    if (!begun(work, closure)) return;
    boolean ours = leaving.leaves(work, who);
    if (ours) tell(work, closure);
  }

  private void channelGone(Work work, HouseChange.ChannelGone gone) {
    HouseChange.ChannelId channel = gone.channel();
    if (!moving.concerns(work, channel, gone.name())) return;
    Closure closure =
        closure(
            work, Kind.CHANNEL, channel.house(), channel.id(), gone.name(), gone.why().toString());
    if (!begun(work, closure)) return;
    int moved = moving.away(work, channel);
    work.note(
        Work.GRENSELOS, "house.cards-moved", null, moved + " from " + named(gone.name(), channel));
    tell(work, closure);
  }

  private static String named(String name, HouseChange.ChannelId channel) {
    return name.isEmpty() ? channel.id() : name;
  }

  private static void renamed(Work work, HouseChange.ChannelRenamed renamed) {
    HouseChange.ChannelId channel = renamed.channel();
    if (Moving.named(work, channel.house()).contains(renamed.to())) {
      over(work, Kind.NAME, channel.house(), channel.id());
    }
    if (!Moving.named(work, channel.house()).contains(renamed.from())) return;
    Closure closure =
        closure(work, Kind.NAME, channel.house(), channel.id(), renamed.from(), renamed.to());
    if (begun(work, closure)) tell(work, closure);
  }

  private static Closure closure(
      Work work, Kind kind, String house, String id, String name, String why) {
    return new Closure(kind, house, id, name, why, work.now(), null);
  }

  private static boolean begun(Work work, Closure closure) {
    boolean news = work.books().closures().begin(closure);
    if (news) {
      work.note(
          Work.GRENSELOS,
          "house.closed",
          null,
          closure.kind() + " " + closure.house() + ":" + closure.id() + " " + closure.why());
    }
    return news;
  }

  private static void over(Work work, Kind kind, String house, String id) {
    if (!Notices.end(work, kind, house, id)) return;
    work.note(Work.GRENSELOS, "house.open-again", null, kind + " " + house + ":" + id);
  }

  /** Each admin in their own messages; where none is named here, all in the fallback channel. */
  private static void tell(Work work, Closure closure) {
    Set<Handle> gone = Shut.gone(work.books());
    List<Place.Direct> admins =
        work.book().house().admins().keySet().stream()
            .filter(admin -> admin.house().equals(closure.house()) && !gone.contains(admin))
            .map(Place.Direct::new)
            .toList();
    Notices.tell(work, closure, admins);
    Place.Channel fallback = work.fallback();
    if (admins.isEmpty() && !Shut.isClosed(work.books(), fallback)) {
      Notices.tell(work, closure, List.of(fallback));
    }
  }

  @Override
  public Set<String> things() {
    return Set.of(Notices.KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    RuleBook book = look.rules().book();
    return Notices.closure(look.books(), card.subject())
        .map(closure -> Showing.of(NoticeCard.write(book, closure, card.locale())));
  }
}
