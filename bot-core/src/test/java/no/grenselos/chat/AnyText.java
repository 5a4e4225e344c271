package no.grenselos.chat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Any text and any address, as the worst of authors would write them: short, empty, hostile to any
 * house, in all scripts, and long.
 *
 * @param longest about how long, in symbols
 */
public record AnyText(int longest) {
  public static final List<String> HOSTILE =
      List.of(
          "<!channel> <!everyone> <!subteam^S1|x>",
          "<@U0ANA> @here <#C1|general>",
          "<https://evil.example|https://bank.no>",
          "*bold* _it_ ~gone~ `code` ```block``` > quote :smile: :eyes:",
          "&lt;!channel&gt; &amp; & < >",
          "\u202Eexe.gnp\u202C \u2066\u2067\u2068 unclosed \u200E\u200F\u061C",
          "שלום <@U0ANA> עולם\nabc مرحبا\n\u2069\u2069",
          "a\u200Bb\uFEFFc\u2060d\u00ADe\u034Ff\u3164g\u2800h",
          "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A",
          "\uD83D lone \uDC68 surrogates",
          "👩‍👩‍👧‍👦👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇴",
          "\u0000\u0007\u001B[31m\r\n\n\n\n\u2028\u2029\u0085x",
          "<at>Ben</at> < AT>x <At id=\"0\">Ana</at> </at>",
          "[bank.no](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
          "{{DATE(2026-11-26T08:00:00Z,SHORT)}} {\u200B{TIME(2026-11-26T08:00:00Z)}} {{{x}}} ${y}",
          "- one\n- two\n1. three\n# four\n> five\n\\*six\\*",
          "1. first",
          "- first",
          "&lt;at&gt;Ben&lt;/at&gt; &#123;{x}} &amp; & < >",
          "   ",
          "");

  public Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(HOSTILE),
        Arbitraries.strings().all().ofMaxLength(60),
        Arbitraries.strings().withChars("אבג 👩‍🚒e\u0301\n<&*").ofMaxLength(400),
        Arbitraries.of(HOSTILE)
            .flatMap(s -> Arbitraries.integers().between(1, longest / 15).map(s::repeat)),
        Arbitraries.integers().between(1, longest).map("🧑‍🚒"::repeat));
  }

  public Arbitrary<URI> address() {
    return Arbitraries.of(
        URI.create("https://mastodon.example/@per/1?a=1&b=2"),
        URI.create("http://www.xn--brum-ora.example/%3C!channel%3E"),
        URI.create("http://www.xn--brum-ora.example/%3Cat%3E"),
        URI.create("javascript:alert(1)"),
        URI.create("mailto:per@example.org"),
        URI.create("https://bank.no@evil.example/"),
        URI.create("slack://channel?id=C1"),
        URI.create("msteams://teams.microsoft.com/l/chat/0"),
        URI.create("https://long.example/" + "a".repeat(4_000)));
  }
}
