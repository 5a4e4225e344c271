package no.grenselos.feed.rss;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML document's bytes as text. A byte order mark is believed first, then the HTTP header, then
 * the XML declaration (RFC 7303, 3.3); since the last two are often wrong, the first that fits
 * every byte is taken, and Windows-1252 fits all.
 */
final class XmlText {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
  private static final Pattern IN_HEADER =
      Pattern.compile("charset\\s*=\\s*\"?'?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private XmlText() {}

  static String decode(byte[] bytes, String contentType) {
    List<Charset> candidates = new ArrayList<>();
    marked(bytes).ifPresent(candidates::add);
    named(IN_HEADER.matcher(contentType)).ifPresent(candidates::add);
    named(
            DECLARED.matcher(
                new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)))
        .ifPresent(candidates::add);
    candidates.add(StandardCharsets.UTF_8);
    return candidates.stream()
        .flatMap(charset -> strictly(bytes, charset).stream())
        .findFirst()
        .orElseGet(() -> new String(bytes, WESTERN))
        .replace("\uFEFF", "");
  }

  /**
   * By the byte order mark, or by where the zeros of "&lt;" and "&lt;?" are (XML 1.0, appendix F).
   */
  private static Optional<Charset> marked(byte[] bytes) {
    if (bytes.length < 4) return Optional.empty();
    int head = ByteBuffer.wrap(bytes).getInt();
    return switch (head) {
      case 0x0000FEFF, 0x0000003C -> Optional.of(Charset.forName("UTF-32BE"));
      case 0xFFFE0000, 0x3C000000 -> Optional.of(Charset.forName("UTF-32LE"));
      case 0x003C003F -> Optional.of(StandardCharsets.UTF_16BE);
      case 0x3C003F00 -> Optional.of(StandardCharsets.UTF_16LE);
      default ->
          switch (head >>> 16) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            default ->
                head >>> 8 == 0xEFBBBF ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
          };
    };
  }

  private static Optional<Charset> named(Matcher matcher) {
    if (!matcher.find()) return Optional.empty();
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    return switch (name) {
      // what pages call these is a larger set (WHATWG Encoding, labels)
      case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Optional.of(WESTERN);
      case "gb2312", "gbk" -> charset("gb18030");
      case "shift_jis" -> charset("windows-31j");
      // readable as single bytes, so it cannot be true
      case "utf-16", "utf-32" -> Optional.empty();
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
