package no.grenselos.reading;

import no.grenselos.config.Settings;

/** Opens one kind of text encoder; found by {@link java.util.ServiceLoader}. Does no I/O. */
public interface EncoderProvider {
  /** The key under {@code encoder:}. */
  String kind();

  /** Reads the settings under {@code encoder.<kind>}, reporting problems there. */
  TextEncoder open(Settings settings);
}
