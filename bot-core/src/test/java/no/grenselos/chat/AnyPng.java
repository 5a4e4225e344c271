package no.grenselos.chat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** True pictures of any size: a browser shows them, and the same numbers give the same bytes. */
public final class AnyPng {
  /** What a picture has beside its padding, at most, in bytes. */
  public static final int LEAST = 3_000;

  private AnyPng() {}

  /**
   * A grey square.
   *
   * @param wide in pixels
   * @param padding in bytes: a chunk that no reader looks at, of noise
   */
  public static Png of(int wide, int padding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    ByteBuffer header = ByteBuffer.allocate(13).putInt(wide).putInt(wide);
    header.put((byte) 1).put((byte) 0); // one bit a pixel, grey
    chunk(out, "IHDR", header.array());
    byte[] noise = new byte[padding];
    new Random(wide).nextBytes(noise);
    if (padding > 0) chunk(out, "prVt", noise);
    chunk(out, "IDAT", deflated(new byte[wide * (1 + Math.ceilDiv(wide, 8))]));
    chunk(out, "IEND", new byte[0]);
    return Png.of(out.toByteArray());
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] buffer = new byte[data.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }
}
