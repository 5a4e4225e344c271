package no.grenselos.chat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture of ours in the format PNG, with its bytes. Immutable; equal to another of the same
 * bytes. What draws it must give the same bytes for the same numbers, as a card is drawn anew
 * whenever it is sent, and a house that has the picture is not given it again.
 */
public final class Png {
  /** In bytes. A chart of a few colours needs a tenth of it. */
  public static final int LARGEST = 200_000;

  /** In pixels, either way: what Teams takes (learn.microsoft.com, cards reference, images). */
  public static final int WIDEST = 1024;

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER = 0x49484452; // "IHDR", always the first chunk
  private static final int END = 0x49454E44; // "IEND", always the last

  private final byte[] bytes;
  private final int width;
  private final int height;
  private final String key;

  private Png(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer read = ByteBuffer.wrap(bytes);
    width = read.getInt(16);
    height = read.getInt(20);
    key = HexFormat.of().formatHex(digest(bytes));
    if (width < 1 || height < 1 || width > WIDEST || height > WIDEST)
      throw new IllegalArgumentException(
          "picture is " + width + "x" + height + ", must be 1 to " + WIDEST + " pixels either way");
  }

  /** The bytes as a picture; refuses what is no whole PNG, too many bytes or too many pixels. */
  public static Png of(byte[] bytes) {
    if (bytes.length > LARGEST)
      throw new IllegalArgumentException(
          "picture is of " + bytes.length + " bytes, must be at most " + LARGEST);
    if (!isPng(bytes))
      throw new IllegalArgumentException(
          "picture of " + bytes.length + " bytes is no whole file in the format PNG");
    return new Png(bytes.clone());
  }

  private static boolean isPng(byte[] bytes) {
    if (bytes.length < 45) return false; // signature, header and end
    ByteBuffer read = ByteBuffer.wrap(bytes);
    return read.getLong(0) == SIGNATURE
        && read.getInt(12) == HEADER
        && read.getInt(bytes.length - 8) == END;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** Names what is shown: the SHA-256 of the bytes, in hex. */
  public String key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Png png && png.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "png " + width + "x" + height + " " + key.substring(0, 12);
  }
}
