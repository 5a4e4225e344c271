package no.grenselos.reading;

/**
 * The language of a post, as a lower-case ISO 639-1 code ({@code nb}, {@code nn}, {@code en});
 * {@link #UNKNOWN} when unsure.
 */
public record Language(String code) {
  public static final Language UNKNOWN = new Language("und");

  /** Whether it is Norwegian in either written form; nothing may hang on which. */
  public boolean norwegian() {
    return code.equals("nb") || code.equals("nn") || code.equals("no");
  }

  @Override
  public String toString() {
    return code;
  }
}
