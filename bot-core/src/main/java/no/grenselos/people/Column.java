package no.grenselos.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.config.DidYouMean;

/**
 * What a list may say of a person, in English or Norwegian; chat houses' columns are named after
 * the houses and stand beside these.
 */
public enum Column {
  ID("id", false),
  NAME("name", false, "navn"),
  EMAIL("email", false, "e-mail", "mail", "epost", "e-post"),
  TITLE("title", false, "tittel", "stilling"),
  TITLE_NB("title.nb", false, "tittel.nb"),
  TITLE_EN("title.en", false, "tittel.en"),
  TOPICS("topics", true, "topic", "temaer", "tema"),
  AGREED("agreed", false, "samtykke"),
  INVITE("invite", true, "inviter"),
  LANGUAGES("languages", true, "language", "språk"),
  DAYS("hours.days", true, "days", "dager"),
  FROM("hours.from", false, "from", "fra"),
  TO("hours.to", false, "to", "til"),
  ZONE("hours.zone", false, "zone", "time.zone", "tidssone"),
  CAP_DAY("cap.day", false, "per.day", "per.dag"),
  CAP_WEEK("cap.week", false, "per.week", "per.uke"),
  SPEAKS("speaks", false, "snakker"),
  LEVEL("level", false, "nivå"),
  DIGEST("digest", false, "oppsummering"),
  CALENDAR("calendar", false, "kalender"),
  TEAM("team", true, "lag");

  private final String path;
  private final boolean list;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> also;

  Column(String path, boolean list, String... also) {
    this.path = path;
    this.list = list;
    this.also = List.of(also);
  }

  /** Where it stands in a row: {@code hours.from}. */
  public String path() {
    return path;
  }

  /** Whether it holds several words. */
  public boolean list() {
    return list;
  }

  /** The column under that heading; case, and a blank or underscore for the dot, do not matter. */
  public static Optional<Column> under(String heading) {
    String plain = plain(heading);
    return Arrays.stream(values())
        .filter(column -> column.path.equals(plain) || column.also.contains(plain))
        .findFirst();
  }

  /** What an unknown heading may have been meant to be, as words that go on from "unknown". */
  public static String hint(String heading, Iterable<String> houses) {
    List<String> known = new ArrayList<>();
    houses.forEach(known::add);
    known.addAll(Arrays.stream(values()).map(Column::path).toList());
    List<String> all =
        Stream.concat(known.stream(), Arrays.stream(values()).flatMap(c -> c.also.stream()))
            .toList();
    return DidYouMean.among(all, plain(heading))
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElse("; known are " + String.join(", ", known));
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.]+", ".");
  }
}
