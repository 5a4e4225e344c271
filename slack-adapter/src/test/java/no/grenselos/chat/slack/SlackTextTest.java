package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackTextTest {
  @Test
  void fallbackTextIsEscaped() {
    assertThat(SlackText.escaped("<!channel> & co", 100)).isEqualTo("&lt;!channel&gt; &amp; co");
  }

  @Test
  void whatPeopleWroteIsReadAsPlainText() {
    String marked =
        "<@U1> and <@U2|ben> in <#C1|general>: 3 &lt; 4 &amp;amp; "
            + "<https://a.example/x|here> <https://b.example> <!here> <!subteam^S1|@team>";

    assertThat(SlackMarkup.plain(marked, id -> "name of " + id))
        .isEqualTo(
            "@name of U1 and @ben in #general: 3 < 4 &amp; "
                + "here (https://a.example/x) https://b.example @here @team");
  }
}
