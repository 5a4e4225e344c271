package no.grenselos.app.config;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import no.grenselos.config.Settings;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.Reporting.FollowUp;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code insights: {currency: NOK, money: {sell: {conversion: 2, sale-value: 9000}}, weekly:
 * {channel: "#ledelse"}, follow-up: next-morning}}. Nothing is reckoned and nobody is told unless
 * it says so; whoever answered is asked what came of it the next working morning.
 */
final class ReportingPart {
  private ReportingPart() {}

  static Reporting read(Settings house, Known known) {
    Settings insights = house.part("insights");
    String currency = insights.text("currency", "");
    Settings money = insights.part("money");
    Map<Goal, Map<Money.Factor, BigDecimal>> numbers = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      Map<Money.Factor, BigDecimal> factors = factors(money, goal);
      if (!factors.isEmpty()) numbers.put(goal, factors);
    }
    money.finish();
    Reporting.Weekly weekly =
        insights.has("weekly") ? weekly(insights.part("weekly"), known) : null;
    FollowUp followUp =
        insights
            .parsed("follow-up", ReportingPart::followUp, FollowUp.After.RULE)
            .orElseGet(FollowUp.NextMorning::new);
    insights.finish();
    return new Reporting(new Money(currency, numbers), weekly, followUp);
  }

  private static FollowUp followUp(String text) {
    return switch (text) {
      case "next-morning" -> new FollowUp.NextMorning();
      case "never" -> new FollowUp.Never();
      default -> new FollowUp.After(Settings.parseDuration(text));
    };
  }

  private static Map<Money.Factor, BigDecimal> factors(Settings money, Goal goal) {
    Settings part = money.part(Words.word(goal));
    Map<Money.Factor, BigDecimal> numbers = new EnumMap<>(Money.Factor.class);
    for (Money.Factor factor : Money.factors(goal)) {
      part.parsed(factor.key(), Money::read, Money.RULE)
          .ifPresent(number -> numbers.put(factor, number));
    }
    part.finish();
    return numbers;
  }

  private static Reporting.@Nullable Weekly weekly(Settings weekly, Known known) {
    String written = weekly.text("channel");
    String channel = MainFile.channel(weekly, "channel", written, known).orElse("");
    LocalTime at = weekly.time("at", Reporting.Weekly.AT);
    Reporting.Weekly wanted =
        new Reporting.Weekly(channel, Words.day(weekly, "day").orElse(Reporting.Weekly.DAY), at);
    weekly.finish();
    return channel.isEmpty() ? null : wanted;
  }
}
