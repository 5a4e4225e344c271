package no.grenselos.conversation;

/** Foreign words where there is little room. */
final class Shortened {
  private Shortened() {}

  /** Cuts between whole characters. */
  static String to(int most, String text) {
    if (text.codePointCount(0, text.length()) <= most) return text;
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
