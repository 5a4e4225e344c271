package no.grenselos.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Silence;

/** Silences that mute nothing any more, or for ever. */
final class SilenceAdvice {
  private SilenceAdvice() {}

  static List<ConfigProblem> on(RuleBook book, Instant now) {
    Place place = new Place(book.routes());
    ZoneId zone = book.house().zone();
    List<ConfigProblem> advice = new ArrayList<>();
    for (int i = 0; i < book.silences().size(); i++) {
      Silence silence = book.silences().get(i);
      String end = silence.until().atZone(zone).toLocalDate().toString();
      String path = "silences[" + i + "].until";
      if (!silence.until().isAfter(now)) {
        advice.add(
            place.of("routes.yml", path, "is over since " + end + "; take it away, or prolong it"));
      } else if (silence.until().isAfter(now.atZone(zone).plusYears(1).toInstant())) {
        advice.add(
            place.of(
                "routes.yml",
                path,
                "ends more than a year from now, on "
                    + end
                    + "; a route that drops says for ever more clearly"));
      }
    }
    return advice;
  }
}
