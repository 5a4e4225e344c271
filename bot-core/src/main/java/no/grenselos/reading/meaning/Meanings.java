package no.grenselos.reading.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import no.grenselos.reading.gloss.Gloss;

/**
 * Tells what texts mean: Norwegian ones by their gloss, all others as they stand. Remembers the
 * latest texts, so that a copy costs nothing. Safe for many threads; fails on no text.
 */
public final class Meanings {
  private static final int REMEMBERED = 8_192;
  private static final int ENOUGH_TEXT = 2_000;
  private static final float[] NONE = {};

  private final Gloss gloss;
  private final Optional<TextEncoder> encoder;
  private final Cache<String, float[]> vectors =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * @param encoder for English; without one nothing has a vector
   */
  public Meanings(Gloss gloss, Optional<TextEncoder> encoder) {
    this.gloss = gloss;
    this.encoder = encoder;
  }

  /** Whether texts have vectors. */
  public boolean encodes() {
    return encoder.isPresent();
  }

  public Gloss gloss() {
    return gloss;
  }

  public Meant of(String text) {
    return of(List.of(text)).getFirst();
  }

  /** One for each text, in their order. */
  public List<Meant> of(List<String> texts) {
    List<String> english = texts.stream().map(this::english).toList();
    Map<String, float[]> known = new LinkedHashMap<>();
    encoder.ifPresent(model -> known.putAll(vectors(model, english)));
    List<Meant> meant = new ArrayList<>(texts.size());
    for (String text : english) meant.add(new Meant(text, known.getOrDefault(text, NONE)));
    return meant;
  }

  private Map<String, float[]> vectors(TextEncoder model, List<String> texts) {
    Map<String, float[]> known = new LinkedHashMap<>();
    Set<String> fresh = new LinkedHashSet<>();
    for (String text : texts) {
      float[] vector = vectors.getIfPresent(text);
      if (vector == null) fresh.add(text);
      else known.put(text, vector);
    }
    List<String> asked = List.copyOf(fresh);
    List<float[]> answers = asked.isEmpty() ? List.of() : model.encode(asked);
    for (int i = 0; i < asked.size(); i++) {
      vectors.put(asked.get(i), answers.get(i));
      known.put(asked.get(i), answers.get(i));
    }
    return known;
  }

  private String english(String text) {
    String plain = Words.withoutLinksAndHandles(text).strip();
    String start = plain.substring(0, Math.min(ENOUGH_TEXT, plain.length()));
    return gloss.readsNorwegian(start) ? gloss.of(start).english() : start;
  }
}
