package no.grenselos.playground.network.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Markup;
import no.grenselos.playground.network.Network;

/** A post's words as the HTML that Mastodon makes of them; what people wrote is escaped. */
final class Html {
  private static final int SHOWN_OF_LINK = 30;

  private final Network network;
  private final Addresses addresses;

  Html(Network network, Addresses addresses) {
    this.network = network;
    this.addresses = addresses;
  }

  /** Paragraphs at empty lines, breaks at the others. */
  String content(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String linked = Markup.pieces(text).stream().map(this::piece).collect(Collectors.joining());
    return "<p>"
        + linked.strip().replace("\r\n", "\n").replaceAll("\n{2,}", "</p><p>").replace("\n", "<br>")
        + "</p>";
  }

  private String piece(Markup.Piece piece) {
    return switch (piece) {
      case Markup.Piece.Plain plain -> escape(plain.text());
      case Markup.Piece.Link link -> link(link.url());
      case Markup.Piece.Tag tag ->
          "<a href=\"%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
              .formatted(escape(addresses.tag(Markup.tagName(tag.word()))), escape(tag.word()));
      case Markup.Piece.Mention mention -> mention(mention.acct());
    };
  }

  private static String link(String url) {
    int start = url.indexOf("://") + 3;
    if (url.startsWith("www.", start)) {
      start += 4;
    }
    int end = Math.min(url.length(), start + SHOWN_OF_LINK);
    String cut = end < url.length() ? "ellipsis" : "";
    return """
    <a href="%s" target="_blank" rel="nofollow noopener" translate="no">\
    <span class="invisible">%s</span><span class="%s">%s</span>\
    <span class="invisible">%s</span></a>\
    """
        .formatted(
            escape(url),
            escape(url.substring(0, start)),
            cut,
            escape(url.substring(start, end)),
            escape(url.substring(end)));
  }

  /** A name nobody has stays plain text. */
  private String mention(String acct) {
    Optional<Account> called = network.account(acct);
    return called
        .map(account ->
            "<span class=\"h-card\" translate=\"no\"><a href=\"%s\" class=\"u-url mention\">@<span>%s</span></a></span>"
                .formatted(escape(addresses.profile(account)), escape(account.username())))
        .orElse("@" + escape(acct));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A two-letter language as an attribute may hold it. */
  static String language(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "");
  }
}
