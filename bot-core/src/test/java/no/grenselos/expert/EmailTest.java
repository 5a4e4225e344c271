package no.grenselos.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @Test
  void anAddressIsTheSameHoweverItIsWritten() {
    assertThat(Email.parse(" Ana.Aas@Fjordvarme.Example "))
        .contains(new Email("ana.aas@fjordvarme.example"));
  }

  @Test
  void theAddressIsInNoTextThatIsNotAskedForIt() {
    Email email = new Email("ana.aas@fjordvarme.example");

    assertThat(email.toString()).isEqualTo("a…@fjordvarme.example");
    assertThat("person=" + email).doesNotContain("aas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "@host.example",
        "a@b@c.example",
        "a b@c.example",
        "a@localhost",
        "a@c.example\nx",
        "\"a b\"@c.example",
        "<a@c.example>",
        "a@-c.example",
        ".a@c.example",
        "=cmd|'x'!a@c.example ",
        "a..b@c.example",
        "\u202Ea@c.example",
        "a\u200B@c.example"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(Email.parse(text)).isEmpty();
  }

  @Test
  void aLongAddressIsNoneAndNamesTheRuleWithoutTheAddress() {
    String text = "a".repeat(250) + "@c.example";

    assertThat(Email.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Email(text))
        .hasMessageContaining("260 characters")
        .hasMessageNotContaining("aaaa");
  }
}
