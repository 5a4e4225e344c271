package no.grenselos.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Handle;
import no.grenselos.route.Goal;
import no.grenselos.store.Effects.Told;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;

/** What a card and a home say about what came of an answer, and what can be told there. */
final class OutcomeLines {
  private static final int AT_HOME = 3;

  private OutcomeLines() {}

  /** With buttons from when it is asked until something is told, else behind the menu. */
  static void add(Feature.Look look, Story story, CardDraft card) {
    Ticket ticket = story.ticket();
    Goal goal = ticket.terms().goal();
    if (goal == null || !(ticket.state() instanceof TicketState.Answered)) return;
    Phrases phrases = Phrases.of("outcome", story.card().locale());
    Optional<Told> told = look.books().effects().of(ticket.id());
    told.ifPresent(one ->
        card.small(
            new Span.Strong(one.by().name() + ": "),
            new Span.Plain(phrases.say(key(goal, one.effect())))));
    if (!reader(look, story).map(who -> may(look, ticket, who)).orElse(true)) return;
    boolean asks = told.isEmpty() && look.books().effects().asked(ticket.id());
    if (asks) card.line(new Span.Strong(phrases.say("question")));
    for (Effect effect : Effect.of(goal)) {
      if (told.filter(one -> one.effect() == effect).isPresent()) continue;
      String label = phrases.say(key(goal, effect));
      if (asks && card.hasRoom()) card.act(press(effect), label, false);
      else card.choice(press(effect), phrases.say("menu", label));
    }
  }

  private static boolean may(Feature.Look look, Ticket ticket, Handle who) {
    return Telling.may(look.books(), look.rules().book(), ticket, who);
  }

  /** Who alone sees the card; empty when everybody in a channel does. */
  private static Optional<Handle> reader(Feature.Look look, Story story) {
    return switch (story.card().place()) {
      case Place.Direct direct -> Optional.of(direct.to());
      case Place.Channel channel -> Optional.ofNullable(look.viewer()).map(ChatUser::handle);
    };
  }

  /** What they were asked and have not told. */
  static void add(Visit visit, PageDraft home) {
    Phrases phrases = visit.phrases("outcome");
    List<TicketId> open = visit.books().effects().open(visit.colleague().id(), AT_HOME);
    boolean headed = false;
    for (TicketId id : open) {
      Ticket ticket = visit.books().tickets().find(id).orElseThrow();
      Goal goal = ticket.terms().goal();
      Optional<MentionLog.Logged> post =
          visit.books().mentions().find(ticket.mention()).filter(one -> !one.erased());
      boolean answered = ticket.state() instanceof TicketState.Answered;
      if (goal == null || post.isEmpty() || !answered) continue;
      if (!headed) home.heading(phrases.say("question"));
      headed = true;
      home.row(List.of(Story.link(post.get())), buttons(phrases, goal, id), List.of());
    }
  }

  private static List<Card.Button> buttons(Phrases phrases, Goal goal, TicketId id) {
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(id));
    return Effect.of(goal).stream()
        .<Card.Button>map(
            effect -> new Card.Button.Act(press(effect), phrases.say(key(goal, effect)), false, on))
        .toList();
  }

  /** What came to nothing is called otherwise for each goal. */
  private static String key(Goal goal, Effect effect) {
    return word(goal) + "." + word(effect);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Press press(Effect effect) {
    return switch (effect) {
      case SALE -> Press.LED_TO_SALE;
      case LEAD -> Press.LED_TO_LEAD;
      case SPARED -> Press.SPARED_A_CASE;
      case HAPPY -> Press.CUSTOMER_HAPPY;
      case UNHAPPY -> Press.CUSTOMER_UNHAPPY;
      case UNKNOWN -> Press.CUSTOMER_UNKNOWN;
      case PUT_RIGHT -> Press.WAS_PUT_RIGHT;
      case NOTHING -> Press.CAME_TO_NOTHING;
    };
  }
}
