package no.grenselos.command;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Team;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Work;

/** Brings the cards of a closed channel to the fallback channel. */
final class Moving {
  /** Channels of the house that the rule book names. */
  static Set<String> named(Work work, String house) {
    RuleBook book = work.book();
    Set<String> names = new TreeSet<>();
    names.add(book.house().fallbackChannel());
    book.teams().stream().map(Team::channel).forEach(names::add);
    for (Route route : book.routes()) {
      if (route.channel() != null) names.add(route.channel());
    }
    return names.stream()
        .map(work::channel)
        .filter(channel -> channel.house().equals(house))
        .map(Place.Channel::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether we have anything to do with the channel. */
  boolean concerns(Work work, HouseChange.ChannelId channel, String name) {
    Set<String> named = named(work, channel.house());
    return named.contains(name)
        || named.contains(channel.id())
        || !work.books().placements().standing(channel.house(), channel.id()).isEmpty();
  }

  /** How many cards went elsewhere; those of what is over stay behind. */
  int away(Work work, HouseChange.ChannelId channel) {
    Place fallback = work.fallback();
    int moved = 0;
    for (Placement card : work.books().placements().standing(channel.house(), channel.id())) {
      if (!(card.place() instanceof Place.Channel)) continue;
      work.books().placements().lost(card.id());
      if (!card.place().equals(fallback) && again(work, card, fallback)) moved++;
    }
    return moved;
  }

  private static boolean again(Work work, Placement card, Place fallback) {
    return switch (card.subject()) {
      case Subject.OfTicket of -> {
        Optional<Ticket> alive =
            work.books().tickets().find(of.id()).filter(ticket -> !ticket.state().over());
        alive.ifPresent(ticket -> work.place(ticket, fallback, card.role(), null, card.locale()));
        yield alive.isPresent();
      }
      case Subject.Thing thing -> {
        work.place(thing, fallback);
        yield true;
      }
    };
  }
}
