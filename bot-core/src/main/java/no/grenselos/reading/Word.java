package no.grenselos.reading;

/**
 * One word of a text, where it stands, and the forms it is compared by.
 *
 * @param start first UTF-16 offset in the text
 * @param end one past the last offset
 * @param plain lower case, Scandinavian spellings made equal ({@code ä} is {@code æ})
 * @param norwegian stem in bokmål and nynorsk: {@code varmepump} for {@code varmepumpa}
 * @param english stem in English: {@code pump} for {@code pumps}
 */
public record Word(int start, int end, String plain, String norwegian, String english) {
  /** Whether both are forms of the same word in Norwegian or English. */
  public boolean isFormOf(Word other) {
    return plain.equals(other.plain)
        || norwegian.equals(other.norwegian)
        || english.equals(other.english);
  }
}
