package no.grenselos.app.wiring;

import java.util.List;
import no.grenselos.config.Finding;
import no.grenselos.reading.TextEncoder;

/** An encoder that remembers whether its model works, for who asks how we are. */
public final class WatchedEncoder implements TextEncoder {
  static final Finding NONE = new Finding(true, "encoder", "none: topics are found by words only");

  private final TextEncoder encoder;
  private volatile Finding last;

  WatchedEncoder(TextEncoder encoder) {
    this.encoder = encoder;
    this.last = finding(true, encoder.name() + ", loaded at the first post");
  }

  public Finding last() {
    return last;
  }

  /** Loads the model if need be, which takes some 2 s, and tries it. */
  Finding check() {
    try {
      encode(List.of("hello"));
    } catch (IllegalStateException e) {
      // it is told by what is returned
    }
    return last;
  }

  @Override
  public String name() {
    return encoder.name();
  }

  @Override
  public List<float[]> encode(List<String> texts) {
    try {
      List<float[]> vectors = encoder.encode(texts);
      if (!texts.isEmpty()) last = finding(true, encoder.name() + ", loaded");
      return vectors;
    } catch (IllegalStateException e) {
      last = finding(false, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  @Override
  public void close() {
    encoder.close();
  }

  private static Finding finding(boolean fine, String text) {
    return new Finding(fine, "encoder", text);
  }
}
