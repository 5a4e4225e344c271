package no.grenselos.chat;

import java.util.Optional;

/** What a button, a menu line or an emoji on a card asks for. */
public enum Press {
  CLAIM,
  PASS,
  LATER,
  NOT_WORTH_ANSWERING,
  WRONG_TOPIC,
  MUTE_TOPIC,
  RELEASE,
  ANSWERED,
  TAKE_BACK,
  PASS_TO(FormKind.PASS_TO),
  HAND_OVER(FormKind.HAND_OVER),
  REPLY(FormKind.REPLY),
  ANSWERED_WITH_LINK(FormKind.ANSWERED);

  private final Optional<FormKind> form;

  Press() {
    this.form = Optional.empty();
  }

  Press(FormKind form) {
    this.form = Optional.of(form);
  }

  /** The form to open first, where the press needs more than itself. */
  public Optional<FormKind> form() {
    return form;
  }
}
