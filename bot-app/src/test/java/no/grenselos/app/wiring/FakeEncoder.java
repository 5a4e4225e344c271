package no.grenselos.app.wiring;

import java.util.List;
import no.grenselos.config.Settings;
import no.grenselos.reading.EncoderProvider;
import no.grenselos.reading.TextEncoder;

/** An encoder whose every text means the same. */
final class FakeEncoder implements EncoderProvider, TextEncoder {
  private String trouble = "";
  private boolean closed;

  void breakWith(String text) {
    trouble = text;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String kind() {
    return "fake";
  }

  @Override
  public TextEncoder open(Settings settings) {
    settings.finish();
    return this;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<float[]> encode(List<String> texts) {
    if (!trouble.isEmpty()) throw new IllegalStateException(trouble);
    return texts.stream().map(text -> new float[] {1}).toList();
  }

  @Override
  public void close() {
    closed = true;
  }
}
