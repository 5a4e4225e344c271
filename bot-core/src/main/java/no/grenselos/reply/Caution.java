package no.grenselos.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text holds that its writer should look at twice before it is public. It only warns: a
 * house's own telephone number is no secret. Looks at plain shapes, in Norwegian and English; what
 * it does not find may be there all the same.
 */
enum Caution {
  LINK("(?i)\\b(?:https?://|www\\.)\\S++"),
  EMAIL("(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]++@[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)++"),
  /** Eight digits in Norway, or any with a country's prefix. */
  PHONE(
      "(?<![\\d.,/:-])(?<!\\d )(?:(?:\\+|00)[1-9](?:[ -]?\\d){7,13}"
          + "|[2-9]\\d(?: ?\\d\\d){3}|[2-9]\\d\\d \\d\\d \\d{3})(?![\\d/:-]|[., ]\\d)"),
  /** Eleven digits whose last two check the others (Skatteetaten, fødselsnummer). */
  NATIONAL_ID("(?<!\\d)\\d{6}[ ]?\\d{5}(?!\\d)", Caution::isNationalId),
  /** Thirteen to nineteen digits with Luhn's check digit (ISO/IEC 7812-1). */
  CARD("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)", Caution::isCard),
  ADDRESS(
      "(?<!\\p{L})(?:\\p{L}++(?<=\\p{L}{2}(?i:gata|gaten|gate|veien|vegen|vei|veg|alléen|allé))"
          + "|\\p{Lu}\\p{L}*+(?<=s) (?:gate|vei|veg)"
          + "|\\p{Lu}\\p{L}*+ (?:Street|Road|Avenue|Lane)) \\d{1,4} ?[a-zA-Z]?(?![\\p{L}\\d])");

  private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

  private final Pattern shape;

  @SuppressWarnings("ImmutableEnumChecker") // a static method
  private final Predicate<String> check;

  Caution(String shape) {
    this(shape, digits -> true);
  }

  Caution(String shape, Predicate<String> check) {
    this.shape = Pattern.compile(shape);
    this.check = check;
  }

  /** One thing found. */
  record Found(Caution what, String words) {}

  /** Each once, in the order of this list, then of the text. */
  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    // a card's or person's number is no telephone number as well
    String rest = text;
    for (Caution caution : List.of(LINK, EMAIL, NATIONAL_ID, CARD, PHONE, ADDRESS)) {
      Matcher matcher = caution.shape.matcher(rest);
      StringBuilder left = new StringBuilder(rest);
      while (matcher.find()) {
        if (!caution.check.test(matcher.group().replaceAll("\\D", ""))) continue;
        found.add(new Found(caution, matcher.group().strip()));
        for (int i = matcher.start(); i < matcher.end(); i++) left.setCharAt(i, '\n');
      }
      rest = left.toString();
    }
    return List.copyOf(found.stream().distinct().toList());
  }

  private static boolean isNationalId(String digits) {
    return digits.length() == 11 && sum(digits, FIRST) % 11 == 0 && sum(digits, SECOND) % 11 == 0;
  }

  private static int sum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) sum += weights[i] * (digits.charAt(i) - '0');
    return sum;
  }

  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0 && !digits.matches("0+");
  }
}
