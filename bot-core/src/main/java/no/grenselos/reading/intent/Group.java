package no.grenselos.reading.intent;

/**
 * Words of one kind, as {@code wait} or {@code failure}.
 *
 * @param number its place among the groups, from 0
 * @param said name of its sign; the names are made once because there are many signs in a text
 * @param denied name of its sign behind a negation
 * @param first name of its sign where it opens a clause
 */
record Group(int number, String name, String said, String denied, String first) {
  static final String NEGATION = "negation";

  static Group of(int number, String name) {
    // "never" behind "not" is still a negation
    String denied = name.equals(NEGATION) ? name : "not " + name;
    return new Group(number, name, "group:" + name, "group:" + denied, "first:" + name);
  }
}
