package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import org.jsoup.parser.Parser;

/**
 * A post's words, and how X counts them. A long post is whole in {@code note_tweet} only; the three
 * signs that X escapes are decoded; {@code t.co} links become what they stand for.
 */
final class XText {
  static final int MOST = 280;
  private static final int LINK = 23;

  /** X links bare names as well; rather one too many than an answer that X refuses as too long. */
  private static final Pattern LINKS =
      Pattern.compile("https?://\\S+|(?:[\\w-]+\\.)+[a-z]{2,24}\\b(?:/\\S*)?");

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private XText() {}

  static String of(JsonNode post) {
    JsonNode note = post.path("note_tweet");
    JsonNode whole = note.has("text") ? note : post;
    String text = Parser.unescapeEntities(Json.text(whole, "text"), false);
    for (JsonNode url : Json.elements(whole.path("entities").path("urls"))) {
      String shortened = Json.text(url, "url");
      String meant = Json.text(url, "expanded_url");
      if (!shortened.isEmpty() && !meant.isEmpty()) text = text.replace(shortened, meant);
    }
    return PlainText.tidy(text);
  }

  /**
   * Latin, Greek, Cyrillic and the like count one, other scripts and emoji two, links 23
   * (twitter-text configuration v3; docs.x.com, Counting characters).
   */
  static int length(String text) {
    long links = LINKS.matcher(text).results().count();
    String rest = LINKS.matcher(text).replaceAll("");
    int words = CHARACTER.matcher(rest).results().mapToInt(match -> weight(match.group())).sum();
    return Math.toIntExact(links * LINK + words);
  }

  private static int weight(String character) {
    boolean emoji =
        character.codePoints().anyMatch(Character::isEmojiPresentation)
            || character.indexOf('\uFE0F') >= 0;
    if (emoji) return 2;
    return character.codePoints().map(code -> isLight(code) ? 1 : 2).sum();
  }

  private static boolean isLight(int code) {
    return code <= 0x10FF
        || (code >= 0x2000 && code <= 0x200D)
        || (code >= 0x2010 && code <= 0x201F)
        || (code >= 0x2032 && code <= 0x2037);
  }
}
