package no.grenselos.bring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLinkTest {
  private static Optional<String> link(String words) {
    return PastedLink.in(words).map(PastedLink::uri).map(URI::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      value = {
        "https://a.example/1\thttps://a.example/1",
        "kan noen se på https://a.example/1?\thttps://a.example/1",
        "(https://a.example/1)\thttps://a.example/1",
        "https://a.example/Rør_(VVS)\thttps://a.example/Rør_(VVS)",
        "<https://a.example/1|a.example>\thttps://a.example/1",
        "*https://a.example/1*, takk\thttps://a.example/1",
        "https://a.example/?a=1&amp;b=2\thttps://a.example/?a=1&b=2",
        "Https://A.Example/Om-Oss\thttps://a.example/Om-Oss",
        "https://a.example/50%\thttps://a.example/50%25",
        "https://a.example/a[1]{b}\thttps://a.example/a%5B1%5D%7Bb%7D",
        "først https://a.example/1 så https://b.example/2\thttps://a.example/1",
        "https:// og http://b.example\thttp://b.example",
      })
  void theLinkIsFoundAsItWasMeant(String words, String meant) {
    assertThat(link(words)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "varmepumpe",
        "ftp://a.example/1",
        "javascript:alert(1)//https:",
        "https://",
        "https://?",
        "https://kari:hemmelig@a.example/1",
        "www.a.example",
      })
  void whatIsNoneIsNone(String words) {
    assertThat(link(words)).isEmpty();
  }

  @Test
  void oneThatIsTooLongIsNoneAndTakesNoTime() {
    String longest = "https://a.example/" + "a(".repeat(200_000);
    long begin = System.nanoTime();

    assertThat(link(longest)).isEmpty();
    assertThat(link("https://".repeat(50_000))).isEmpty();
    assertThat(link("https://a.example/" + ")".repeat(1_900))).contains("https://a.example/");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void thePlaceIsForPeople() {
    assertThat(PastedLink.in("https://A.example:8443/x").orElseThrow().place())
        .isEqualTo("a.example");
  }

  @Test
  void anAccountIsKnownByItsPartOfThePath() {
    PastedLink link = PastedLink.in("https://a.example/@Lyngheia/12").orElseThrow();

    assertThat(link.names("lyngheia")).isTrue();
    assertThat(link.names("lyng")).isFalse();
    assertThat(link.names("12")).isTrue();
  }
}
