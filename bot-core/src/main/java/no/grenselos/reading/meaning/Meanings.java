package no.grenselos.reading.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import no.grenselos.reading.gloss.Gloss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what texts mean: Norwegian ones by their gloss, all others as they stand. Remembers the
 * latest texts, so that a copy costs nothing. While the encoder fails texts have no vector, which
 * is logged once and not remembered: better to read by words than not to read. Safe for many
 * threads; fails on no text.
 */
public final class Meanings {
  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

  /** About 6,000 texts without vectors, and 2,000 with. */
  private static final int REMEMBERED_BYTES = 4_000_000;

  private static final int BYTES_OF_AN_ENTRY = 200;

  /** What was erased meanwhile is asked for no more, and so is gone within a day. */
  private static final Duration NOT_LONGER = Duration.ofDays(1);

  private static final int ENOUGH_TEXT = 2_000;
  private static final float[] NONE = {};

  private final Gloss gloss;
  private final Optional<TextEncoder> encoder;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final Cache<String, Meant> latest =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_BYTES)
          .weigher(Meanings::bytes)
          .expireAfterAccess(NOT_LONGER)
          .build();

  /**
   * @param encoder for English; without one nothing has a vector
   */
  public Meanings(Gloss gloss, Optional<TextEncoder> encoder) {
    this.gloss = gloss;
    this.encoder = encoder;
  }

  public Gloss gloss() {
    return gloss;
  }

  public Meant of(String text) {
    return of(List.of(text)).getFirst();
  }

  /** One for each text, in their order: all with a vector or, while the encoder fails, not all. */
  public List<Meant> of(List<String> texts) {
    List<String> starts = texts.stream().map(Meanings::start).toList();
    Map<String, Meant> known = new LinkedHashMap<>();
    Set<String> fresh = new LinkedHashSet<>();
    for (String start : starts) {
      Meant meant = latest.getIfPresent(start);
      if (meant == null) fresh.add(start);
      else known.put(start, meant);
    }
    if (!fresh.isEmpty()) known.putAll(anew(List.copyOf(fresh)));
    return starts.stream().map(start -> Objects.requireNonNull(known.get(start))).toList();
  }

  private Map<String, Meant> anew(List<String> starts) {
    List<String> english = starts.stream().map(this::english).toList();
    List<float[]> vectors = encoder.map(model -> vectors(model, english)).orElse(List.of());
    Map<String, Meant> meant = new LinkedHashMap<>();
    for (int i = 0; i < starts.size(); i++) {
      float[] vector = vectors.isEmpty() ? NONE : vectors.get(i);
      meant.put(starts.get(i), new Meant(english.get(i), vector));
    }
    boolean failed = encoder.isPresent() && vectors.isEmpty();
    if (!failed) latest.putAll(meant);
    return meant;
  }

  /** Empty while the encoder fails. */
  private List<float[]> vectors(TextEncoder model, List<String> texts) {
    try {
      List<float[]> vectors = model.encode(texts);
      if (failing.compareAndSet(true, false)) LOG.info("encoder works again name={}", model.name());
      return vectors;
    } catch (IllegalStateException e) {
      if (failing.compareAndSet(false, true)) {
        LOG.error("encoder failed, reading by words name={}", model.name(), e);
      }
      return List.of();
    }
  }

  private static int bytes(String start, Meant meant) {
    int letters = start.length() + meant.english().length();
    return BYTES_OF_AN_ENTRY + letters + Float.BYTES * meant.vector().length;
  }

  private static String start(String text) {
    String plain = Words.withoutLinksAndHandles(text).strip();
    int end = Math.min(ENOUGH_TEXT, plain.length());
    // half a character is none
    if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) end--;
    return plain.substring(0, end);
  }

  private String english(String start) {
    return gloss.readsNorwegian(start) ? gloss.of(start).english() : start;
  }
}
