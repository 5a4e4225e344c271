package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.slack.workspace.Ping;
import no.grenselos.playground.slack.workspace.Shown;
import org.junit.jupiter.api.Test;

class HistoryTest extends SlackTest {
  @Test
  void historyIsPagedNewestFirstWithoutGapOrRepeat() throws Exception {
    for (int i = 0; i < 7; i++) {
      post(GENERAL, "m" + i);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page =
          ok(api.form("conversations.history", "channel", GENERAL, "limit", "3", "cursor", cursor));
      page.path("messages").forEach(m -> seen.add(m.path("text").asText()));
      cursor = page.at("/response_metadata/next_cursor").asText();
      assertThat(page.path("has_more").asBoolean()).isEqualTo(!cursor.isEmpty());
      pages++;
    } while (!cursor.isEmpty());

    assertThat(seen).containsExactly("m6", "m5", "m4", "m3", "m2", "m1", "m0");
    assertThat(pages).isEqualTo(3);
    assertThat(error(api.form("conversations.history", "channel", GENERAL, "cursor", "zzz")))
        .isEqualTo("invalid_cursor");
  }

  @Test
  void oldestAndLatestAreExclusiveUnlessInclusive() throws Exception {
    post(GENERAL, "a");
    String b = post(GENERAL, "b");
    post(GENERAL, "c");

    assertThat(texts("oldest", b)).containsExactly("c");
    assertThat(texts("latest", b)).containsExactly("a");
    assertThat(texts("oldest", b, "inclusive", "true")).containsExactly("c", "b");
    assertThat(error(api.form("conversations.history", "channel", GENERAL, "oldest", "noon")))
        .isEqualTo("invalid_ts_oldest");
  }

  @Test
  void repliesLiveInTheirThread() throws Exception {
    String root = post(GENERAL, "root");
    ok(api.form("chat.postMessage", "channel", GENERAL, "thread_ts", root, "text", "reply"));

    JsonNode thread = ok(api.form("conversations.replies", "channel", GENERAL, "ts", root));
    assertThat(thread.path("messages")).hasSize(2);
    assertThat(thread.at("/messages/0/reply_count").asInt()).isEqualTo(1);
    assertThat(texts()).containsExactly("root");
    assertThat(
            error(
                api.form(
                    "chat.postMessage", "channel", GENERAL, "thread_ts", "1.000001", "text", "x")))
        .isEqualTo("thread_not_found");
  }

  @Test
  void aWhisperIsForOnePersonAndInNoHistory() throws Exception {
    ok(api.form("chat.postEphemeral", "channel", GENERAL, "user", ANA, "text", "psst"));

    assertThat(texts()).isEmpty();
    assertThat(slack.posts()).extracting(Shown::kind).containsExactly(Shown.Kind.EPHEMERAL);
    assertThat(
            error(
                api.form(
                    "chat.postEphemeral", "channel", "CKUNDESERVICE", "user", BEN, "text", "x")))
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void whomAMessageWouldWakeIsKnown() throws Exception {
    post(GENERAL, "<!channel> ask <@U0BEN|ben>");
    post(GENERAL, "&lt;!channel&gt; is inert");
    postBlocks(
        GENERAL,
        quoted(
            "[{'type':'section','text':{'type':'plain_text',"
                + "'text':'<!here>'}},{'type':'section','text':{'type':'mrkdwn','text':'<!here>'}}]"));

    assertThat(slack.pings()).extracting(Ping::whom).containsExactly("channel", "U0BEN", "here");
  }

  private List<String> texts(String... pairs) throws Exception {
    List<String> all = new ArrayList<>(List.of("channel", GENERAL));
    all.addAll(List.of(pairs));
    List<String> texts = new ArrayList<>();
    ok(api.form("conversations.history", all.toArray(String[]::new)))
        .path("messages")
        .forEach(m -> texts.add(m.path("text").asText()));
    return texts;
  }
}
