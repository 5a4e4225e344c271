package no.grenselos.app.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's text, however its program wrote it: UTF-8, UTF-16 with a mark, or else what spreadsheets
 * of western Europe write when they are not told otherwise.
 *
 * @param note what was assumed, for people; empty when there was nothing to assume
 */
public record FileText(String text, Optional<String> note) {
  private static final Charset OLD = Charset.forName("windows-1252");

  /** Empty when the bytes are no text. */
  public static Optional<FileText> of(byte[] bytes) {
    Optional<String> utf8 = decoded(bytes, 0, StandardCharsets.UTF_8);
    Optional<String> wide = wide(bytes);
    FileText text =
        wide.or(() -> utf8)
            .map(known -> new FileText(unmarked(known), Optional.empty()))
            .orElseGet(() ->
                new FileText(
                    new String(bytes, OLD), Optional.of("read as Windows-1252: it is not UTF-8")));
    return text.text().indexOf(0) >= 0 ? Optional.empty() : Optional.of(text);
  }

  /** UTF-8 only. Empty when the bytes are none. */
  public static Optional<String> utf8(byte[] bytes) {
    return decoded(bytes, 0, StandardCharsets.UTF_8).map(FileText::unmarked);
  }

  private static Optional<String> wide(byte[] bytes) {
    if (bytes.length < 2) return Optional.empty();
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return switch (mark) {
      case 0xFEFF -> decoded(bytes, 2, StandardCharsets.UTF_16BE);
      case 0xFFFE -> decoded(bytes, 2, StandardCharsets.UTF_16LE);
      default -> Optional.empty();
    };
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<String> decoded(byte[] bytes, int from, Charset charset) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(rest)
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
