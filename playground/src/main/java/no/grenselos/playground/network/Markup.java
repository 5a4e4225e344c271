package no.grenselos.playground.network;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds links, hashtags and mentions in a post, and counts its characters as Mastodon does. */
public final class Markup {
  /** Characters a post may have (docs.joinmastodon.org, Posting: 500). */
  public static final int LIMIT = 500;

  /** What every link counts, however long (docs.joinmastodon.org, Posting: 23). */
  public static final int LINK_LENGTH = 23;

  private static final Pattern SPECIAL =
      Pattern.compile(
          """
          (?<url>https?://[^\\s<>"]+)\
          |(?<![\\p{L}\\p{N}_=/&])#(?<tag>[\\p{L}\\p{N}\\p{M}_·]*[\\p{L}_][\\p{L}\\p{N}\\p{M}_·]*)\
          |(?<![\\p{L}\\p{N}_=/])@(?<acct>[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\
          (?:@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?)\
          """);

  /** A stretch of a post. */
  public sealed interface Piece {
    /** Words as they are. */
    record Plain(String text) implements Piece {}

    /** A link. */
    record Link(String url) implements Piece {}

    /** A hashtag, without its sign. */
    record Tag(String word) implements Piece {}

    /** A name somebody is called by, without the sign. */
    record Mention(String acct) implements Piece {}
  }

  private Markup() {}

  /** The stretches of a text in order; together they are the whole text. */
  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = SPECIAL.matcher(text);
    int done = 0;
    int from = 0;
    while (found.find(from)) {
      Piece piece = piece(found);
      int end =
          piece instanceof Piece.Link link ? found.start() + link.url().length() : found.end();
      if (found.start() > done) {
        pieces.add(new Piece.Plain(text.substring(done, found.start())));
      }
      pieces.add(piece);
      done = end;
      from = end;
    }
    if (done < text.length()) {
      pieces.add(new Piece.Plain(text.substring(done)));
    }
    return pieces;
  }

  private static Piece piece(Matcher found) {
    if (found.group("url") != null) {
      return new Piece.Link(withoutTrailingMarks(found.group("url")));
    }
    return found.group("tag") != null
        ? new Piece.Tag(found.group("tag"))
        : new Piece.Mention(found.group("acct"));
  }

  private static String withoutTrailingMarks(String url) {
    int end = url.length();
    int least = url.indexOf("://") + 4;
    while (end > least && ".,;:!?'»)".indexOf(url.charAt(end - 1)) >= 0) {
      if (url.charAt(end - 1) == ')' && url.substring(0, end).contains("(")) {
        break;
      }
      end--;
    }
    return url.substring(0, end);
  }

  /** The names of the hashtags in a text, as they are searched, each once. */
  public static List<String> tags(String text) {
    return pieces(text).stream()
        .filter(Piece.Tag.class::isInstance)
        .map(piece -> tagName(((Piece.Tag) piece).word()))
        .distinct()
        .toList();
  }

  /** The accounts a text calls, each once. */
  public static List<String> mentions(String text) {
    return pieces(text).stream()
        .filter(Piece.Mention.class::isInstance)
        .map(piece -> ((Piece.Mention) piece).acct())
        .distinct()
        .toList();
  }

  /** A hashtag as Mastodon searches it: lower case, without accents, so "Påske" is "paske". */
  public static String tagName(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replace('ø', 'o').replace('đ', 'd').replace('ł', 'l');
  }

  /** Characters as Mastodon counts them: graphemes, a link 23, a mention without its server. */
  public static int length(String text) {
    return pieces(text).stream().mapToInt(Markup::length).sum();
  }

  private static int length(Piece piece) {
    return switch (piece) {
      case Piece.Plain plain -> graphemes(plain.text());
      case Piece.Link link -> LINK_LENGTH;
      case Piece.Tag tag -> 1 + graphemes(tag.word());
      case Piece.Mention mention -> 1 + mention.acct().replaceFirst("@.*", "").length();
    };
  }

  private static int graphemes(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /**
   * What is wrong with a text somebody wants to post, in Mastodon's words; empty if it may go out.
   */
  public static Optional<String> problem(String text) {
    if (text.isBlank()) {
      return Optional.of("Validation failed: Text can't be blank");
    }
    return length(text) > LIMIT
        ? Optional.of("Validation failed: Text character limit of " + LIMIT + " exceeded")
        : Optional.empty();
  }

  /** The text, if it may go out; else throws {@link IllegalArgumentException} with the problem. */
  public static String checked(String text) {
    problem(text)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    return text;
  }
}
