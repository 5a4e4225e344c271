package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.slack.people.Press;
import org.junit.jupiter.api.Test;

class LinksTest extends AppTest {
  private static final String URL = "https://social.fjell.example/@tone/1?a=1&b=2";
  private static final String CARD =
      "{'%s':{'blocks':[{'type':'section','text':{'type':'plain_text','text':'Ana has it'}},"
          + "{'type':'actions','elements':[{'type':'button','action_id':'claim','text':"
          + "{'type':'plain_text','text':'Mine'}}]}]}}";

  @Test
  void aLinkToARegisteredDomainIsToldAlsoWhereTheAppIsNot() throws Exception {
    slack.housekeeping().remove("general", "U0GRENSELOS", ANA);
    slack.people().say(ANA, GENERAL, "see " + URL + ", and https://other.example/x.");

    JsonNode event = event("link_shared");
    assertThat(event.path("links")).hasSize(1);
    assertThat(event.at("/links/0/url").asText()).isEqualTo(URL);
    assertThat(event.at("/links/0/domain").asText()).isEqualTo("fjell.example");
    assertThat(event.path("is_bot_user_member").asBoolean()).isFalse();
    assertThat(event.path("source").asText()).isEqualTo("conversations_history");
    assertThat(slack.messages(GENERAL).getFirst().path("text").asText())
        .isEqualTo("see <" + URL.replace("&", "&amp;") + ">, and <https://other.example/x>.");
  }

  @Test
  void theAppsOwnLinksAreNotTold() throws Exception {
    post(GENERAL, "<" + URL + ">");
    slack.people().openHome(ANA);

    assertThat(app.next().payload().at("/event/type").asText()).isEqualTo("app_home_opened");
  }

  @Test
  void aPreviewIsShownBelowTheMessageAndReplacedByTheNext() throws Exception {
    String ts = share();
    JsonNode event = event("link_shared");
    ok(unfurl("channel", GENERAL, "ts", ts, "unfurls", card(URL)));
    ok(
        unfurl(
            "unfurl_id",
            event.path("unfurl_id").asText(),
            "source",
            "conversations_history",
            "unfurls",
            card(URL)));

    JsonNode message = slack.messages(GENERAL).getFirst();
    assertThat(message.path("attachments")).hasSize(1);
    assertThat(message.at("/attachments/0/app_unfurl_url").asText()).isEqualTo(URL);
    assertThat(message.at("/attachments/0/is_app_unfurl").asBoolean()).isTrue();
  }

  @Test
  void aButtonInAPreviewTellsItsLink() throws Exception {
    String ts = share();
    ok(unfurl("channel", GENERAL, "ts", ts, "unfurls", card(URL)));
    slack.people().press(Press.button(ANA, GENERAL, ts, "claim"));

    JsonNode pressed = next("block_actions");
    assertThat(pressed.at("/container/type").asText()).isEqualTo("message_attachment");
    assertThat(pressed.at("/container/app_unfurl_url").asText()).isEqualTo(URL);
    assertThat(pressed.at("/app_unfurl/id").asInt()).isOne();
  }

  @Test
  void previewsAreRefusedInSlacksWords() throws Exception {
    String ts = share();
    String plain = slack.people().say(ANA, GENERAL, "no link");
    String broken = quoted("{'" + URL + "':{'blocks':[{'type':'header'}]}}");

    assertThat(error(unfurl("channel", "C0NONE", "ts", ts, "unfurls", card(URL))))
        .isEqualTo("cannot_find_channel");
    assertThat(error(unfurl("channel", GENERAL, "ts", "1.000001", "unfurls", card(URL))))
        .isEqualTo("cannot_find_message");
    assertThat(error(unfurl("channel", GENERAL, "ts", plain, "unfurls", card(URL))))
        .isEqualTo("cannot_unfurl_url");
    assertThat(error(unfurl("channel", GENERAL, "ts", ts, "unfurls", card("https://x.example/"))))
        .isEqualTo("cannot_unfurl_message");
    assertThat(error(unfurl("channel", GENERAL, "ts", ts))).isEqualTo("missing_unfurls");
    assertThat(error(unfurl("channel", GENERAL, "ts", ts, "unfurls", "[]")))
        .isEqualTo("invalid_unfurls_format");
    assertThat(error(unfurl("channel", GENERAL, "ts", ts, "unfurls", broken)))
        .isEqualTo("cannot_parse_attachment");
    assertThat(slack.messages(GENERAL).getFirst().has("attachments")).isFalse();
  }

  private String share() {
    return slack.people().say(ANA, GENERAL, "see " + URL);
  }

  private JsonNode unfurl(String... pairs) throws Exception {
    return api.form("chat.unfurl", pairs);
  }

  private static String card(String url) {
    return quoted(CARD.formatted(url));
  }
}
