package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A post's HTML as its author typed it. Links are shown whole, the parts that a page hides
 * included; a link under other words shows both, so that nobody is led astray. Custom emoji stay
 * {@code :shortcodes:}, mentions stay {@code @user}.
 */
final class MastodonText {
  private MastodonText() {}

  static String of(JsonNode status) {
    Element body = Jsoup.parseBodyFragment(Json.text(status, "content")).body();
    body.select(".quote-inline").remove();
    for (Element link : body.select("a[href]")) {
      if (!link.hasClass("mention") && !link.hasClass("hashtag")) showWhole(link);
    }
    String warning = Json.text(status, "spoiler_text");
    String text = PlainText.of(body);
    return PlainText.tidy(warning.isBlank() ? text : warning + "\n\n" + text);
  }

  private static void showWhole(Element link) {
    String address = link.attr("href");
    String words = link.text();
    boolean isAddress = address.equals(words) || address.endsWith("://" + words);
    link.text(isAddress || words.isBlank() ? address : words + " (" + address + ")");
  }
}
