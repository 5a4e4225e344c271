package no.grenselos.store;

import java.net.URI;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Handle;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Something the Courier is to carry out. */
public sealed interface Errand {
  /** Two errands with the same key are one. */
  String key();

  /** One that carries somebody's words, or an address that may have somebody's name in it. */
  sealed interface Worded extends Errand {}

  /** Make the card in its place show the ticket as it is now: post it, or edit it. */
  record Show(PlacementId card) implements Errand {
    @Override
    public String key() {
      return "show:" + card;
    }
  }

  /** Publish the answer outside. */
  record Publish(AnswerId answer) implements Errand {
    @Override
    public String key() {
      return "publish:" + answer;
    }
  }

  /**
   * Say a line that only this person sees.
   *
   * @param beside the message it belongs to; null for their direct messages
   */
  record Whisper(String cause, ChatUser to, @Nullable MessageRef beside, String text)
      implements Worded {
    @Override
    public String key() {
      return "whisper:" + cause;
    }
  }

  /** Keep the card's message at the top of its place. */
  record Pin(PlacementId card) implements Errand {
    @Override
    public String key() {
      return "pin:" + card;
    }
  }

  /** Tell the team's system of cases about the ticket. */
  record TellCrm(TicketId ticket, Colleague by) implements Errand {
    @Override
    public String key() {
      return "crm:" + ticket;
    }
  }

  /** Have an answer drafted for somebody. */
  record Draft(TicketId ticket, ChatUser who) implements Errand {
    @Override
    public String key() {
      return "draft:" + ticket + ":" + who.handle();
    }
  }

  /** Make what an admin did about the rules the next revision. */
  record Amend(ChatEvent event) implements Worded {
    @Override
    public String key() {
      return "amend:" + event.id();
    }
  }

  /** Try the rules, or a change of them, for an admin, and tell them what came of it. */
  record TryRules(ChatEvent event) implements Worded {
    @Override
    public String key() {
      return "try:" + event.id();
    }
  }

  /**
   * Look up the post behind a link that somebody brought.
   *
   * @param cause the event by which they did
   */
  record LookUp(String cause, ChatUser who, URI link) implements Worded {
    @Override
    public String key() {
      return "look-up:" + cause;
    }
  }

  /** Tell whoever brought a post what became of it. */
  record TellBringer(String cause, ChatUser who, URI link, MentionId post) implements Worded {
    @Override
    public String key() {
      return "tell-bringer:" + cause;
    }
  }

  /** Show somebody their home as it is now. */
  record Home(Handle of) implements Errand {
    @Override
    public String key() {
      return "home:" + of;
    }
  }
}
