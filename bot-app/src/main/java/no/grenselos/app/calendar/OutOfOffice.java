package no.grenselos.app.calendar;

import biweekly.component.VEvent;
import biweekly.property.RawProperty;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which events say that somebody is away. Outlook and Exchange mark them
 * (X-MICROSOFT-CDO-BUSYSTATUS:OOF, [MS-OXCICAL] 2.1.3.1.1.20.31). Others do not export a mark:
 * there a category or a title that says so counts, as long as the event takes up time.
 */
final class OutOfOffice {
  private static final String BUSY = "X-MICROSOFT-CDO-BUSYSTATUS";
  private static final String WORDS =
      "ferie|feriefri|fri|permisjon|foreldrepermisjon|avspasering|fravær|sykmeldt|syk|borte|bortreist|ute"
          + " av kontoret|ikke på kontoret|vacation|holiday|holidays|leave|annual leave|on"
          + " leave|parental leave|sick leave|time off|day off|pto|ooo|oof|out of office|out of the"
          + " office|absence|absent|away";

  /** The word alone, or with something set off behind it: a "holiday planning" is a meeting. */
  private static final Pattern TITLE =
      Pattern.compile("(?:" + WORDS + ")(?:\\s*[:(,.\u2013-].*)?", Pattern.DOTALL);

  private static final Pattern CATEGORY = Pattern.compile(WORDS);

  private OutOfOffice() {}

  static boolean is(VEvent event) {
    if (event.getStatus() != null && event.getStatus().isCancelled()) return false;
    List<RawProperty> marks = event.getExperimentalProperties(BUSY);
    if (marks.stream().anyMatch(mark -> "OOF".equalsIgnoreCase(mark.getValue()))) return true;
    if (event.getTransparency() != null && event.getTransparency().isTransparent()) return false;
    boolean whole =
        event.getDateStart() != null
            && event.getDateStart().getValue() != null
            && !event.getDateStart().getValue().hasTime();
    return category(event) || (whole && title(event));
  }

  private static boolean category(VEvent event) {
    return event.getCategories().stream()
        .flatMap(categories -> categories.getValues().stream())
        .anyMatch(word -> CATEGORY.matcher(plain(word)).matches());
  }

  private static boolean title(VEvent event) {
    return event.getSummary() != null
        && event.getSummary().getValue() != null
        && TITLE.matcher(plain(event.getSummary().getValue())).matches();
  }

  private static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT);
  }
}
