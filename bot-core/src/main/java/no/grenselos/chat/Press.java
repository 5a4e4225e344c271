package no.grenselos.chat;

import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.ticket.Effect;
import org.jspecify.annotations.Nullable;

/** What a button, a menu line or an emoji asks for. */
public enum Press {
  CLAIM(TicketAction.Claim::new),
  PASS(() -> new TicketAction.Pass(null, "")),
  LATER(TicketAction.Later::new),
  NOT_WORTH_ANSWERING(TicketAction.NotWorthAnswering::new),
  WRONG_TOPIC(TicketAction.WrongTopic::new),
  MUTE_TOPIC(TicketAction.MuteTopic::new),
  RELEASE(TicketAction.Release::new),
  ANSWERED(() -> new TicketAction.Answered(null)),
  TAKE_BACK(Press::takeBack),
  PASS_TO(FormKind.PASS_TO),
  HAND_OVER(FormKind.HAND_OVER),
  REPLY(FormKind.REPLY),
  /** The reply, beginning with words of before. */
  USE_EARLIER(FormKind.REPLY),
  APPROVE(FormKind.APPROVE),
  RETURN(FormKind.RETURN),
  KEEP_ANSWER(FormKind.KEEP_ANSWER),
  ASK_FOR_DRAFT(ReplyAction.AskForDraft::new),
  FORGET_KEPT(ReplyAction.ForgetText::new),
  ANSWERED_WITH_LINK(FormKind.ANSWERED),
  MORE_LIKE_THIS(FormKind.MORE_LIKE_THIS, () -> new TicketAction.MoreLikeThis(null)),
  LESS_LIKE_THIS(FormKind.LESS_LIKE_THIS, () -> new TicketAction.LessLikeThis(null)),
  ASK_EXPERT(FormKind.ASK),
  ANSWER_COLLEAGUE(FormKind.ANSWER_COLLEAGUE),
  NOT_MY_QUESTION(AskAction.NotMyQuestion::new),
  INVITE(FormKind.INVITE),
  SAY_YES(FormKind.SAY_YES),
  SAY_NO(InviteAction.SayNo::new),
  TELL_MORE(FormKind.TELL_MORE),
  ADD_TOPIC(InviteAction.AddTopic::new),
  REFUSE_TOPIC(InviteAction.RefuseTopic::new),
  STOP_TOPIC(InviteAction.StopTopic::new),
  UNMUTE_TOPIC(InviteAction.UnmuteTopic::new),
  MY_TOPICS(FormKind.MY_TOPICS),
  MY_LANGUAGES(FormKind.MY_LANGUAGES),
  MY_HOURS(FormKind.MY_HOURS),
  MY_CAP(FormKind.MY_CAP),
  MY_LEVEL(FormKind.MY_LEVEL),
  MY_SPEECH(FormKind.MY_SPEECH),
  MY_DIGEST(FormKind.MY_DIGEST),
  REST_TODAY(() -> new InviteAction.Rest(InviteAction.Rest.Span.TODAY)),
  REST_THIS_WEEK(() -> new InviteAction.Rest(InviteAction.Rest.Span.THIS_WEEK)),
  REST_UNTIL(FormKind.MY_REST),
  REST_OVER(() -> new InviteAction.Rest(InviteAction.Rest.Span.OVER)),
  NOTE(FormKind.NOTE),
  GIVE(FormKind.GIVE),
  MERGE(FormKind.MERGE),
  ASK_FACT(FormKind.ASK_FACT),
  TELL_FACT(FormKind.TELL_FACT),
  PASS_FACT(CareAction.PassFact::new),
  SEND_TO_CRM(CareAction.SendToCrm::new),
  SHARE_LINE(FormKind.SHARED_LINE),
  STORM_LIST(FormKind.STORM_LIST),
  STORM_OVER(StormAction.StormOver::new),
  CLOSE_REST(StormAction.CloseRest::new),
  ASK_REST(StormAction.AskRest::new),
  GO_ON(StormAction.GoOn::new),
  EDIT_RULE(FormKind.RULE),
  EDIT_SILENCE(FormKind.SILENCE),
  EDIT_TOPIC(FormKind.TOPIC),
  LEAVE_ALONE(FormKind.LEAVE_ALONE),
  RAISE_RULE(RuleAction.RaiseRule::new),
  LOWER_RULE(RuleAction.LowerRule::new),
  REMOVE_RULE(FormKind.REMOVE_RULE),
  REVERT_RULES(FormKind.REVERT_RULES),
  PUT_ON_TOP(RuleAction.PutOnTop::new),
  GIVE_UP_CHANGE(RuleAction.GiveUpChange::new),
  SAVE_TRIED(RuleAction.SaveTried::new),
  TRY_AGAIN(RuleAction.TryAgain::new),
  TEST_RULES(RuleAction.TestRules::new),
  KEEP_AS_TEST(FormKind.KEEP_TEST),
  LED_TO_SALE(() -> new OutcomeAction.TellEffect(Effect.SALE)),
  LED_TO_LEAD(() -> new OutcomeAction.TellEffect(Effect.LEAD)),
  SPARED_A_CASE(() -> new OutcomeAction.TellEffect(Effect.SPARED)),
  CUSTOMER_HAPPY(() -> new OutcomeAction.TellEffect(Effect.HAPPY)),
  CUSTOMER_UNHAPPY(() -> new OutcomeAction.TellEffect(Effect.UNHAPPY)),
  CUSTOMER_UNKNOWN(() -> new OutcomeAction.TellEffect(Effect.UNKNOWN)),
  WAS_PUT_RIGHT(() -> new OutcomeAction.TellEffect(Effect.PUT_RIGHT)),
  CAME_TO_NOTHING(() -> new OutcomeAction.TellEffect(Effect.NOTHING));

  private final @Nullable FormKind form;

  @SuppressWarnings("ImmutableEnumChecker") // a record's constructor
  private final @Nullable Supplier<ChatAction> action;

  Press(Supplier<ChatAction> action) {
    this(null, action);
  }

  Press(FormKind form) {
    this(form, null);
  }

  Press(@Nullable FormKind form, @Nullable Supplier<ChatAction> action) {
    this.form = form;
    this.action = action;
  }

  /**
   * The form to open first, where the press may need more than itself. Where the core then has
   * nothing to ask, {@link #action()} says what becomes of the press.
   */
  public Optional<FormKind> form() {
    return Optional.ofNullable(form);
  }

  /** What the press says by itself; empty when it says nothing without its form. */
  public Optional<ChatAction> action() {
    return Optional.ofNullable(action).map(Supplier::get);
  }

  private static ChatAction takeBack() {
    return new TicketAction.TakeBack(TAKE_BACK);
  }
}
