package no.grenselos.chat.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownLinkTest {
  private static final URI BANK = URI.create("https://www.bank.no/a?b=1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "mailto:per@example.org",
        "slack://channel?id=C1",
        "https://bank.no@evil.example/",
        "https:///nowhere",
        "/relative",
        "not an address",
        ""
      })
  void whatIsNoPlainWebAddressIsNoLink(String text) {
    assertThat(ShownLink.parse(text, 3_000)).isEmpty();
  }

  @Test
  void anAddressMayBeAsLongAsTheHouseTakes() {
    assertThat(ShownLink.safe(BANK, 25)).contains(new ShownLink(BANK));
    assertThat(ShownLink.safe(BANK, 24)).isEmpty();
  }

  @Test
  void nobodyMakesAnUnsafeOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShownLink(URI.create("javascript:alert(1)")))
        .withMessage("link is javascript:alert(1), must be a web address");
  }

  @Test
  void wordsThatLookLikeAnAddressGiveWayToTheTrueHost() {
    ShownLink link = new ShownLink(BANK);

    assertThat(link.label("the\n post", 100)).isEqualTo("the post");
    assertThat(link.label("https://other.example", 100)).isEqualTo("bank.no");
    assertThat(link.label("ot\u200Bher.example", 100)).isEqualTo("bank.no");
  }
}
