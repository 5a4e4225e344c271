package no.grenselos.storm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.chat.Card;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Storms.Incident;
import no.grenselos.store.Storms.Standing;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Writes the one card of many posts: how many, how it goes, a few of them, and what we say. */
final class IncidentCard {
  private static final int EXAMPLES = 3;
  private static final int LOOKED_AT = 30;

  /** The trend shows the last hour. */
  private static final int TIMES = 6;

  private final Feature.Look look;
  private final Books books;
  private final Incident incident;
  private final Phrases phrases;
  private final CardDraft draft = new CardDraft();

  private IncidentCard(Feature.Look look, Incident incident, Locale locale) {
    this.look = look;
    this.books = look.books();
    this.incident = incident;
    this.phrases = Phrases.of("storm", locale);
  }

  static Card write(Feature.Look look, Incident incident, Locale locale) {
    return new IncidentCard(look, incident, locale).card();
  }

  private Card card() {
    String matter = Matter.name(incident.matter(), look.rules().book(), phrases);
    int posts = books.storms().count(incident.number(), null);
    int waiting = count(Standing.WAITING);
    draft.line(
        phrases.say("incident.standing", waiting, count(Standing.TAKEN), count(Standing.ANSWERED)));
    if (incident.endedAt() == null) trend();
    else ended(incident.endedAt());
    line();
    examples();
    buttons(waiting);
    String key = incident.endedAt() == null ? "incident.running" : "incident.over";
    String headline = phrases.say(key, matter, posts);
    return draft.card(headline, headline);
  }

  private int count(Standing standing) {
    return books.storms().count(incident.number(), standing);
  }

  /** Posts in each ten minutes of the last hour, oldest first, from the incident's first on. */
  private void trend() {
    List<String> figures = new ArrayList<>();
    for (int ago = TIMES; ago > 0; ago--) {
      Instant from = look.now().minus(Incidents.LOOK.multipliedBy(ago));
      int came = books.storms().count(incident.number(), from, from.plus(Incidents.LOOK));
      if (came > 0 || !figures.isEmpty()) figures.add(Integer.toString(came));
    }
    String trend = figures.isEmpty() ? "0" : String.join(" · ", figures);
    draft.small(
        new Span.Plain(phrases.say("incident.since") + " "),
        new Span.Moment(incident.openedAt()),
        new Span.Plain(" · " + phrases.say("incident.trend") + " " + trend));
  }

  private void ended(Instant at) {
    Colleague by = incident.endedBy();
    String who =
        by == null ? phrases.say("incident.died-down") : phrases.say("incident.ended", by.name());
    draft.small(new Span.Plain(who + " "), new Span.Moment(at));
  }

  private void line() {
    Colleague by = incident.lineBy();
    if (incident.line().isEmpty() || by == null) {
      if (incident.endedAt() == null) draft.line(phrases.say("incident.no-line"));
      return;
    }
    draft.line(
        new Span.Strong(phrases.say("incident.line") + " "), new Span.Plain(incident.line()));
    draft.small(phrases.say("incident.line-by", by.name()));
  }

  /** The latest ones that do not repeat each other's words. */
  private void examples() {
    List<String> said = new ArrayList<>();
    for (TicketId id : books.storms().tickets(incident.number(), null, LOOKED_AT)) {
      if (said.size() == EXAMPLES) return;
      books
          .tickets()
          .find(id)
          .flatMap(ticket -> books.mentions().find(ticket.mention()))
          .filter(post -> !post.erased() && !said.contains(post.mention().text()))
          .ifPresent(post -> example(post, said));
    }
  }

  private void example(MentionLog.Logged post, List<String> said) {
    said.add(post.mention().text());
    draft.add(Story.quote(post, phrases));
  }

  private void buttons(int waiting) {
    if (incident.endedAt() == null) {
      draft.act(Press.SHARE_LINE, phrases.say("button.line"), incident.line().isEmpty());
      draft.act(Press.STORM_LIST, phrases.say("button.list"), !incident.line().isEmpty());
      draft.act(Press.STORM_OVER, phrases.say("button.over"), false);
    } else if (waiting > 0) {
      draft.act(Press.STORM_LIST, phrases.say("button.list"), true);
      draft.act(Press.CLOSE_REST, phrases.say("button.close-rest"), false);
      draft.act(Press.ASK_REST, phrases.say("button.ask-rest"), false);
    }
  }
}
