package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PinsTest extends SlackTest {
  @Test
  void aMessageIsPinnedOnceAndListedNewestPinFirst() throws Exception {
    String first = post(GENERAL, "one");
    String second = post(GENERAL, "two");
    ok(pin("add", second));
    clock.forward(java.time.Duration.ofMinutes(1));
    ok(pin("add", first));

    JsonNode items = ok(api.form("pins.list", "channel", GENERAL)).path("items");
    assertThat(items)
        .extracting(item -> item.at("/message/ts").asText())
        .containsExactly(first, second);
    assertThat(items.get(0).path("created_by").asText()).isEqualTo("U0GRENSELOS");
    assertThat(error(pin("add", first))).isEqualTo("already_pinned");
    assertThat(ok(api.form("conversations.history", "channel", GENERAL)).path("pin_count").asInt())
        .isEqualTo(2);
  }

  @Test
  void onlyWhatIsPinnedIsUnpinned() throws Exception {
    String ts = post(GENERAL, "one");
    ok(pin("add", ts));
    ok(pin("remove", ts));

    assertThat(error(pin("remove", ts))).isEqualTo("no_pin");
    assertThat(slack.messages(GENERAL).getFirst().has("pinned_info")).isFalse();
  }

  @Test
  void aDeletedMessageTakesItsPinAlong() throws Exception {
    String ts = post(GENERAL, "one");
    ok(pin("add", ts));
    ok(api.form("chat.delete", "channel", GENERAL, "ts", ts));

    assertThat(ok(api.form("pins.list", "channel", GENERAL)).path("items")).isEmpty();
    assertThat(error(pin("remove", ts))).isEqualTo("message_not_found");
  }

  @Test
  void anEditedMessageStaysPinned() throws Exception {
    String ts = post(GENERAL, "one");
    ok(pin("add", ts));
    ok(api.form("chat.update", "channel", GENERAL, "ts", ts, "text", "two"));

    assertThat(slack.messages(GENERAL).getFirst().at("/pinned_info/pinned_by").asText())
        .isEqualTo("U0GRENSELOS");
  }

  @Test
  void pinsAreRefusedInSlacksWords() throws Exception {
    String ts = post(GENERAL, "one");

    assertThat(error(pin("add", "1.000001"))).isEqualTo("message_not_found");
    assertThat(error(pin("add", "yesterday"))).isEqualTo("bad_timestamp");
    assertThat(error(api.form("pins.add", "channel", GENERAL))).isEqualTo("no_item_specified");
    assertThat(error(api.form("pins.add", "channel", "C0NONE", "timestamp", ts)))
        .isEqualTo("channel_not_found");
    slack.housekeeping().remove("general", "U0GRENSELOS", ANA);
    assertThat(error(pin("add", ts))).isEqualTo("not_in_channel");
  }

  @Test
  void peoplePinToo() throws Exception {
    String ts = post(GENERAL, "one");
    slack.people().pin(ANA, GENERAL, ts, true);

    assertThat(error(pin("add", ts))).isEqualTo("already_pinned");
    slack.people().pin(ANA, GENERAL, ts, false);
    assertThat(error(pin("remove", ts))).isEqualTo("no_pin");
  }

  private JsonNode pin(String verb, String ts) throws Exception {
    return api.form("pins." + verb, "channel", GENERAL, "timestamp", ts);
  }
}
