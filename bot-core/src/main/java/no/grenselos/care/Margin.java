package no.grenselos.care;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Crm;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.CareBook;
import no.grenselos.store.Facts;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Writes into a ticket's card what customer service knows besides, and what it can do. */
final class Margin {
  /** The newest of a kind; what is older stays in the store. */
  private static final int SHOWN = 3;

  private final Books books;
  private final RuleBook book;
  private final Instant now;
  private final Ticket ticket;
  private final Placement place;
  private final CardDraft card;
  private final Phrases phrases;

  private Margin(Feature.Look look, Story story, CardDraft card) {
    this.books = look.books();
    this.book = look.rules().book();
    this.now = look.now();
    this.ticket = story.ticket();
    this.place = story.card();
    this.card = card;
    this.phrases = Phrases.of("care", story.card().locale());
  }

  static void write(Feature.Look look, Story story, CardDraft card) {
    Margin margin = new Margin(look, story, card);
    margin.merges();
    if (margin.ofCare()) margin.write();
  }

  private void write() {
    facts();
    books.care().notes(ticket.id()).reversed().stream()
        .limit(SHOWN)
        .toList()
        .reversed()
        .forEach(this::note);
    told();
    lateness();
    Optional<Team> team = Courtesy.teamOf(books, book, ticket);
    team.filter(this::elsewhere).ifPresent(this::gone);
    if (ticket.state().waits() && team.filter(this::elsewhere).isEmpty()) choices(team);
  }

  /** A channel's card, and that of somebody in customer service who has it in direct messages. */
  private boolean ofCare() {
    return switch (place.place()) {
      case Place.Channel channel -> true;
      case Place.Direct direct ->
          book.roles(direct.to()).contains(Role.CARE)
              && ticket.state().owner().filter(book.colleague(direct.to(), "")::is).isPresent();
    };
  }

  private void merges() {
    books
        .care()
        .mergedInto(ticket.id())
        .flatMap(books.tickets()::find)
        .ifPresent(goesOn -> card.small(linked(phrases.say("margin.goes-on"), goesOn)));
    for (TicketId merged : books.care().mergedFrom(ticket.id())) {
      books
          .tickets()
          .find(merged)
          .ifPresent(other -> card.small(linked(phrases.say("margin.together"), other)));
    }
  }

  private Span[] linked(String words, Ticket other) {
    String owner = other.state().owner().map(who -> " · " + who.name()).orElse("");
    Span number =
        books
            .mentions()
            .find(other.mention())
            .<Span>map(post -> new Span.Link(other.id().toString(), post.mention().link()))
            .orElseGet(() -> new Span.Plain(other.id().toString()));
    return new Span[] {new Span.Plain(words + " "), number, new Span.Plain(owner)};
  }

  private void facts() {
    for (Facts.Fact fact : books.facts().of(ticket.id())) {
      if (fact.answer() != null) {
        card.line(
            new Span.Strong(fact.answer().by().name() + ": "),
            new Span.Plain(fact.answer().text()));
      } else if (fact.droppedAt() == null) {
        String who = beingAsked(fact).orElse("");
        String key = who.isEmpty() ? "margin.fact-waits" : "margin.fact-asked";
        card.small(phrases.say(key, who, fact.question()));
      }
    }
  }

  private Optional<String> beingAsked(Facts.Fact fact) {
    return books.facts().asked(fact.number()).stream()
        .filter(asked -> asked.endedAt() == null)
        .map(Facts.Asked::expert)
        .findFirst()
        .flatMap((ExpertId id) -> book.expert(id).map(Expert::name));
  }

  private void note(CareBook.Note note) {
    card.small(
        new Span.Strong(note.by().name() + ": "),
        new Span.Plain(note.text() + " · "),
        new Span.Moment(note.at()));
  }

  /** Somebody else told the same customer something lately. */
  private void told() {
    Colleague reader = ticket.state().owner().orElse(new Colleague("-", "-"));
    Courtesy.toldLately(books, ticket, reader, now).stream()
        .limit(1)
        .forEach(told ->
            card.small(
                new Span.Plain(
                    phrases.say("margin.told", told.by().name(), told.ticket().id()) + " "),
                new Span.Moment(told.at())));
  }

  private void lateness() {
    if (ticket.state().over() || ticket.promisedAt() == null) return;
    Set<String> said = books.care().said(ticket.id());
    Promises.latest(said, ticket)
        .ifPresent(stage -> {
          switch (stage) {
            case HALF -> {}
            case SOON -> card.small(new Span.Strong(phrases.say("margin.soon")));
            case LEAD, FALLBACK -> card.small(new Span.Strong(phrases.say("margin.late")));
          }
        });
  }

  private boolean elsewhere(Team team) {
    return place.role() == Placement.Role.QUEUE
        && place.place() instanceof Place.Channel channel
        && !channel.equals(Place.Channel.named(team.channel(), channel.house()));
  }

  /** Another team has it: nothing is to be done here. */
  private void gone(Team team) {
    card.small(new Span.Strong(phrases.say("margin.gone", team.name())));
    for (Press press : Press.values()) card.without(press);
  }

  private void choices(Optional<Team> team) {
    boolean claimed = ticket.state() instanceof TicketState.Claimed;
    card.without(Press.HAND_OVER).choice(Press.GIVE, phrases.say("menu.give"));
    card.choice(Press.NOTE, phrases.say("menu.note"));
    if (claimed) card.choice(Press.ASK_FACT, phrases.say("menu.ask-fact"));
    card.choice(Press.MERGE, phrases.say("menu.merge"));
    Crm crm = team.map(Team::crm).orElse(null);
    if (crm == null || !claimed) return;
    if (crm.link() != null)
      card.small(new Span.Link(phrases.say("margin.crm"), crmPage(crm.link())));
    if (crm.webhook() != null) card.choice(Press.SEND_TO_CRM, phrases.say("menu.crm"));
  }

  private URI crmPage(Crm.Link link) {
    URI post = books.mentions().find(ticket.mention()).orElseThrow().mention().link();
    return link.to(ticket.id().toString(), post);
  }
}
