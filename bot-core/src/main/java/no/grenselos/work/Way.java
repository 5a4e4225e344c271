package no.grenselos.work;

import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Level;
import no.grenselos.mention.Mention;
import no.grenselos.mention.ReplyWay;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.Ticket;

/** Which way somebody's answer to a post goes out. */
public enum Way {
  /** To communications, who answer with it. */
  ADVICE,
  /** Published when a colleague says yes. */
  APPROVAL,
  /** Published at once. */
  OUT,
  /** Carried to the network by hand. */
  BY_HAND;

  /**
   * By their level, then by what the ticket's routes ask for. Whoever has the post and no role any
   * more needs a colleague's yes.
   */
  public static Way of(RuleBook book, Ticket ticket, Mention mention, Handle who) {
    Level otherwise = book.roles(who).isEmpty() ? Level.DRAFT : Level.POST;
    Level level = book.expert(who).map(Expert::level).orElse(otherwise);
    return of(book, ticket, mention, level);
  }

  /** For those who stand in a channel: they answer by themselves where no route asks for more. */
  public static Way ofTeam(RuleBook book, Ticket ticket, Mention mention) {
    return of(book, ticket, mention, Level.POST);
  }

  private static Way of(RuleBook book, Ticket ticket, Mention mention, Level level) {
    return switch (level) {
      case WATCH, ADVISE -> ADVICE;
      case DRAFT -> APPROVAL;
      case POST -> asksApproval(book, ticket) ? APPROVAL : byItself(mention);
    };
  }

  /** The rules in force decide, not those of the day it was opened. */
  private static boolean asksApproval(RuleBook book, Ticket ticket) {
    return book.routes().stream()
        .filter(Route::approval)
        .anyMatch(route -> ticket.because().routes().contains(route.name()));
  }

  private static Way byItself(Mention mention) {
    return switch (mention.replyWay()) {
      case ReplyWay.Api api -> OUT;
      case ReplyWay.ByHand byHand -> BY_HAND;
    };
  }
}
