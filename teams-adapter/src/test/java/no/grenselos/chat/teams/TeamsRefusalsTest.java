package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.grenselos.chat.Delivery;
import org.junit.jupiter.api.Test;

class TeamsRefusalsTest {
  private static Delivery sending(String code, int status) {
    return TeamsRefusals.sending(new TeamsReply.No<>(code, "words", status), "#desk");
  }

  @Test
  void refusalsAreExplainedWithWhatToDo() {
    record Case(String code, String reason, String whatToDo) {}
    List<Case> cases =
        List.of(
            new Case("ConversationBlockedByUser", "has blocked", "unblock"),
            new Case("MessageWritesBlocked", "has blocked", "unblock"),
            new Case("BotNotInConversationRoster", "not (or no longer) a member", "add the app"),
            new Case("BotDisabledByAdmin", "disabled", "admin center"),
            new Case("ForbiddenOperationException", "words", "install the app"),
            new Case("SomethingNew", "words", "#desk"));

    assertThat(cases)
        .allSatisfy(one ->
            assertThat(sending(one.code(), 403))
                .isInstanceOfSatisfying(
                    Delivery.Refused.class,
                    refused -> {
                      assertThat(refused.reason()).contains(one.code(), one.reason());
                      assertThat(refused.whatToDo()).contains(one.whatToDo());
                    }));
  }

  @Test
  void goneIsGoneAndTooBigIsOurFault() {
    assertThat(sending("ConversationNotFound", 404)).isInstanceOf(Delivery.Gone.class);
    assertThat(sending("ActivityNotFoundInConversation", 404)).isInstanceOf(Delivery.Gone.class);
    assertThat(sending("MessageSizeTooBig", 413))
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("please report"));
  }

  @Test
  void withoutAGoodTokenTheMessageWaitsAndSaysSo() {
    assertThat(sending("Http401", 401))
        .isInstanceOfSatisfying(
            Delivery.RetryAfter.class, again -> assertThat(again.reason()).contains("token"));
    assertThat(sending("NoToken", 401))
        .isEqualTo(new Delivery.RetryAfter(Duration.ofMinutes(1), "words"));
  }

  @Test
  void unclearIsUnsureForTheMessageAndTriedAgainForWhatComesBefore() {
    TeamsReply<String> unclear = new TeamsReply.Unclear<>("HTTP 502");

    assertThat(TeamsRefusals.sending(unclear, "a")).isEqualTo(new Delivery.Unsure("HTTP 502"));
    assertThat(TeamsRefusals.beforeSending(unclear, "a")).isInstanceOf(Delivery.RetryAfter.class);
  }

  @Test
  void whatWasSurelyNotSentMayBeTriedAgain() {
    assertThat(TeamsRefusals.sending(new TeamsReply.NotReached<>("away"), "a"))
        .isEqualTo(new Delivery.RetryAfter(Duration.ofSeconds(15), "away"));
    assertThat(TeamsRefusals.sending(new TeamsReply.TooFast<>(Duration.ofSeconds(3)), "a"))
        .isEqualTo(new Delivery.RetryAfter(Duration.ofSeconds(3), "Teams asks to slow down"));
  }

  @Test
  void onlySomeRefusalsMeanThatThePersonDoesNotWantUs() {
    assertThat(TeamsRefusals.isUnwanted(new TeamsReply.No<>("MessageWritesBlocked", "", 403)))
        .isTrue();
    assertThat(TeamsRefusals.isUnwanted(new TeamsReply.No<>("BotDisabledByAdmin", "", 403)))
        .isFalse();
    assertThat(TeamsRefusals.isUnwanted(new TeamsReply.Unclear<>("HTTP 500"))).isFalse();
  }
}
