package no.grenselos.feed.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page's bytes as text. A byte order mark is believed first, then the HTTP header, then the
 * page's own word (HTML, 13.2.3.2); the first that fits every byte is taken, since they are often
 * wrong, and Windows-1252 fits all.
 */
final class PageText {
  /** What a page says of itself stands at its beginning. */
  private static final int ENOUGH = 1 << 19;

  private static final int HEAD = 2048;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private PageText() {}

  /** By its type; one that does not say must begin like a page. */
  static boolean isPage(String contentType, byte[] bytes) {
    String type = contentType.toLowerCase(Locale.ROOT).strip();
    if (!type.isEmpty()) {
      return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    return head.replaceFirst("^ï»¿", "").stripLeading().startsWith("<");
  }

  /** The beginning, as far as it is of interest. */
  static String decode(byte[] bytes, String contentType) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    String text =
        Stream.of(
                marked(bytes), named(contentType), named(head), Optional.of(StandardCharsets.UTF_8))
            .flatMap(Optional::stream)
            .flatMap(charset -> strictly(bytes, charset).stream())
            .findFirst()
            .orElseGet(() -> new String(bytes, WESTERN))
            .replace("\uFEFF", "");
    return text.substring(0, Math.min(text.length(), ENOUGH));
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (bytes.length < 2) return Optional.empty();
    return switch (ByteBuffer.wrap(bytes).getShort() & 0xFFFF) {
      case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
      default -> Optional.empty();
    };
  }

  private static Optional<Charset> named(String text) {
    Matcher said = CHARSET.matcher(text);
    if (!said.find()) return Optional.empty();
    String name = said.group(1).toLowerCase(Locale.ROOT);
    return switch (name) {
      // what pages call these is a larger set (WHATWG Encoding, labels)
      case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Optional.of(WESTERN);
      // readable as single bytes, so it cannot be true
      case "utf-16", "utf-16le", "utf-16be", "utf-32" -> Optional.empty();
      default -> charset(name);
    };
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException doesNotFit) {
      return Optional.empty();
    }
  }
}
