package no.grenselos.feed.http;

/** Frames for tests of what reads them. */
public final class LiveFrames {
  private LiveFrames() {}

  public static LiveFrame of(byte[] bytes) {
    return new LiveFrame(bytes, true);
  }
}
