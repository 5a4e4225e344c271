package no.grenselos.reading.gloss;

/**
 * What a word was found to be.
 *
 * @param english one to three words
 * @param rule how it was found
 * @param from the headword, or the parts of a compound as {@code strøm + regning}
 * @param origin which words it stands in; of a compound its last part
 */
public record Found(String english, Rule rule, String from, Origin origin) {
  /** How a word was found. */
  public enum Rule {
    HEADWORD("headword"),
    FORM("irregular form of"),
    SPELLING("dialect or chat spelling of"),
    ENDING("inflected form of"),
    IMPERATIVE("imperative of"),
    OPENING("opens a sentence"),
    COMPOUND("compound of"),
    EXPRESSION("expression");

    private final String said;

    Rule(String said) {
      this.said = said;
    }

    /** As it is said to an admin. */
    public String said() {
      return said;
    }
  }

  /** Where words come from, nearest first. */
  public enum Origin {
    /** The company's own words. */
    GLOSSARY,
    /** What comes with Grenselos. */
    OURS,
    /** What an admin imported. */
    IMPORTED
  }
}
