package no.grenselos.app.web.console.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import org.springframework.context.MessageSource;

/** Says what a route does, as a colleague would. */
final class RouteWords {
  private final MessageSource phrases;

  RouteWords(MessageSource phrases) {
    this.phrases = phrases;
  }

  /** Whole sentences, one after the other. */
  String of(Route route, RuleBook book, Locale locale) {
    List<String> said = new ArrayList<>();
    if (route.drop() != null) {
      said.add(say(locale, "rules.does.drop", route.drop()));
    } else if (route.lane() != null) {
      said.add(lane(route, book, locale));
      if (route.fact() != null) said.add(say(locale, "rules.does.fact", route.fact()));
      if (route.answerWithin() != null) {
        said.add(say(locale, "rules.does.answer", span(locale, route.answerWithin())));
      }
      if (route.offerFor() != null) {
        said.add(say(locale, "rules.does.offer", span(locale, route.offerFor())));
      }
      if (route.claimFor() != null) {
        said.add(say(locale, "rules.does.claim", span(locale, route.claimFor())));
      }
      if (route.approval()) said.add(say(locale, "rules.does.approval"));
    }
    if (route.goOn()) said.add(say(locale, "rules.does.go-on"));
    return String.join(" ", said);
  }

  private String lane(Route route, RuleBook book, Locale locale) {
    String channel = route.channel() == null ? book.house().fallbackChannel() : route.channel();
    String topic =
        route.topic() == null
            ? say(locale, "rules.does.its-topic")
            : book.nameOf(route.topic(), locale);
    return switch (java.util.Objects.requireNonNull(route.lane())) {
      case EXPERT -> say(locale, "rules.does.ask", topic);
      case CARE -> say(locale, "rules.does.queue", channel);
      case BOTH -> say(locale, "rules.does.both", channel, topic);
    };
  }

  private String span(Locale locale, Duration time) {
    long minutes = time.toMinutes();
    return minutes % 60 == 0
        ? say(locale, "times.hours", minutes / 60)
        : say(locale, "times.minutes", minutes);
  }

  private String say(Locale locale, String key, Object... values) {
    return phrases.getMessage(key, values, locale);
  }
}
