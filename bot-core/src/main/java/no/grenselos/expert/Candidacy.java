package no.grenselos.expert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One expert looked at for one post, and why they are asked or not. */
public sealed interface Candidacy {
  Expert expert();

  /**
   * May be asked now.
   *
   * @param score higher is asked first
   * @param reason in plain English
   */
  record Fit(Expert expert, double score, String reason) implements Candidacy {}

  /**
   * Is not asked now.
   *
   * @param from when they might be; null when not for this post
   */
  record LeftOut(Expert expert, String reason, @Nullable Instant from) implements Candidacy {}
}
