package no.grenselos.app.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines of a UTF-8 file one by one, so that a bad byte is told with its line. A byte order mark
 * at the start and the carriage returns of Windows are left out.
 */
final class Lines implements Iterator<String> {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String name;
  private final byte[] bytes;
  private int at;
  private int number;

  /**
   * @throws PackException when the file cannot be read
   */
  Lines(Path file) {
    this.name = String.valueOf(file.getFileName());
    this.bytes = bytes(file);
    this.at = marked() ? MARK.length : 0;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PackException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private boolean marked() {
    if (bytes.length < MARK.length) return false;
    for (int i = 0; i < MARK.length; i++) if (bytes[i] != MARK[i]) return false;
    return true;
  }

  /** File and number of the line that was read last, from 1. */
  String place() {
    return name + ":" + number;
  }

  @Override
  public boolean hasNext() {
    return at < bytes.length;
  }

  /**
   * @throws PackException when the line is not UTF-8; the next one may be read nevertheless
   */
  @Override
  public String next() {
    if (!hasNext()) throw new NoSuchElementException();
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') end++;
    ByteBuffer line = ByteBuffer.wrap(bytes, at, end - at);
    at = end + 1;
    number++;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString().replace("\r", "");
    } catch (CharacterCodingException e) {
      throw new PackException(place(), "is not UTF-8");
    }
  }
}
