package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands below a shared link. */
class SlackPreviewsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final URI POST = URI.create("https://social.fjell.example/@tone/1?a=1&b=2");
  private static final ChatEvent.On TICKET =
      new ChatEvent.On.About(new Subject.OfTicket(new TicketId(81)));

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
  }

  @AfterEach
  void closeHouse() {
    house.close();
  }

  private static Card card(String text) {
    return new Card(
        "Ana has this one",
        List.of(new Part.Post("Tone", POST, text)),
        List.of(new Card.Button.Act(Press.CLAIM, "I'll take it", false, TICKET)),
        List.of(),
        "Ana has this one");
  }

  private JsonNode shared(String text) throws Exception {
    core.card = Optional.of(card(text));
    house.slack.people().say("U0KARI", house.slack.channelId("general"), "Look: " + POST);
    assertThat(house.slack.await(slack -> message().has("attachments"), SOON)).isTrue();
    return message();
  }

  private JsonNode message() {
    return house.slack.messages("general").getLast();
  }

  @Test
  void sharedLinkShowsWhatTheCoreKnows() throws Exception {
    JsonNode message = shared("Is it loud?");

    assertThat(core.shared).containsExactly(POST);
    assertThat(message.at("/attachments/0/blocks").toString()).contains("Ana has this one");
  }

  @Test
  void buttonBelowALinkSaysWhatItIsAbout() throws Exception {
    JsonNode message = shared("Is it loud?");

    house
        .slack
        .people()
        .press(
            no.grenselos.playground.slack.people.Press.button(
                "U0KARI",
                house.slack.channelId("general"),
                message.path("ts").asText(),
                "press:CLAIM:0"));

    ChatEvent event = core.awaitEvent(SOON);
    assertThat(event.on()).isEqualTo(TICKET);
    assertThat(event.action()).isEqualTo(new TicketAction.Claim());
  }

  @Test
  void foreignTextBelowALinkIsInert() throws Exception {
    JsonNode message = shared("<!channel> <@U0BEN> *bold* <https://evil.example|bank.no> \u202Ex");

    assertThat(Harm.in(message.at("/attachments/0/blocks"))).isEmpty();
    assertThat(house.slack.pings()).isEmpty();
  }

  @Test
  void linkNobodyKnowsShowsNothing() throws Exception {
    house.slack.people().say("U0KARI", house.slack.channelId("general"), "Look: " + POST);

    assertThat(
            house.slack.await(
                s -> s.deliveries().stream().anyMatch(d -> d.about().equals("link_shared")), SOON))
        .isTrue();
    assertThat(house.slack.calls("chat.unfurl")).isZero();
  }
}
