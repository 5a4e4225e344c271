package no.grenselos.feed.http;

/** One message of a connection that stays: what a network sends at a time. */
public final class LiveFrame {
  /** Far above what any post needs; what is larger is cut, so that memory stays bounded. */
  static final int MOST = 1 << 20;

  private final byte[] bytes;
  private final boolean whole;

  LiveFrame(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /** The message as sent, not to be changed; only its beginning where it is not whole. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether it was small enough to be kept. */
  public boolean whole() {
    return whole;
  }
}
