package no.grenselos.app.demo;

import java.util.List;
import no.grenselos.config.Settings;
import no.grenselos.reading.EncoderProvider;
import no.grenselos.reading.TextEncoder;

/** Breaks at some posts, by an exception that quotes them, as a library's may. */
public final class PoisonEncoderProvider implements EncoderProvider {
  /** A post with this word breaks the flow; one with {@link #SICK} breaks the encoder. */
  static final String POISON = "poisonous";

  static final String SICK = "sickening";

  @Override
  public String kind() {
    return "poison";
  }

  @Override
  public TextEncoder open(Settings settings) {
    settings.finish();
    return new Breaking();
  }

  private static final class Breaking implements TextEncoder {
    @Override
    public String name() {
      return "poison";
    }

    @Override
    public List<float[]> encode(List<String> texts) {
      for (String text : texts) {
        if (text.contains(POISON)) throw new IllegalArgumentException("cannot read: " + text);
        if (text.contains(SICK)) throw new IllegalStateException("cannot encode: " + text);
      }
      return texts.stream().map(text -> new float[] {1}).toList();
    }

    @Override
    public void close() {}
  }
}
