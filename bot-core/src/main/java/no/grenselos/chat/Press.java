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
  ANSWERED_WITH_LINK(FormKind.ANSWERED),
  MORE_LIKE_THIS(FormKind.MORE_LIKE_THIS),
  LESS_LIKE_THIS(FormKind.LESS_LIKE_THIS);

  private final Optional<FormKind> form;

  Press() {
    this.form = Optional.empty();
  }

  Press(FormKind form) {
    this.form = Optional.of(form);
  }

  /**
   * The form to open first, where the press may need more than itself. Where the core then has
   * nothing to ask, {@link #standsAlone()} says what becomes of the press.
   */
  public Optional<FormKind> form() {
    return form;
  }

  /** Whether the press says enough without a form: then it is told to the core as it is. */
  public boolean standsAlone() {
    return form.isEmpty() || this == MORE_LIKE_THIS || this == LESS_LIKE_THIS;
  }
}
