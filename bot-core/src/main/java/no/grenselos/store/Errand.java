package no.grenselos.store;

import no.grenselos.chat.ChatUser;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;
import no.grenselos.ticket.AnswerId;

/** Something the Courier is to carry out. */
public sealed interface Errand {
  /** Two errands with the same key are one. */
  String key();

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

  /** Say a line that only this person sees, beside the card's message. */
  record Whisper(String cause, ChatUser to, MessageRef beside, String text) implements Errand {
    @Override
    public String key() {
      return "whisper:" + cause;
    }
  }
}
