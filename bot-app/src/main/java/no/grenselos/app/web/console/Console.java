package no.grenselos.app.web.console;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LocalLinks;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.chart.ChartPainter;
import no.grenselos.config.Secrets;
import no.grenselos.privacy.Forgetting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Store;
import no.grenselos.work.Rules;

/**
 * What the pages are made from. Safe for many threads.
 *
 * @param rules those that hold now
 * @param bench what the rule book is changed with
 * @param gauges how the parts are doing
 * @param secrets for the clients of login providers
 * @param links lead in at this machine
 * @param charts paints them where the machine can
 * @param forgetting erases what is kept of people outside
 */
public record Console(
    Store store,
    Supplier<Rules> rules,
    Workbench bench,
    Gauges gauges,
    Clock clock,
    ConsoleSettings settings,
    Secrets secrets,
    LocalLinks links,
    ChartPainter charts,
    Supplier<Forgetting> forgetting) {

  /** Of the application. */
  public static Console of(Grenselos grenselos) {
    Clock clock = grenselos.setup().clock();
    return new Console(
        grenselos.store(),
        grenselos.rules(),
        Workbench.of(grenselos),
        Gauges.of(grenselos),
        clock,
        grenselos.settings().console(),
        grenselos.setup().secrets(),
        new LocalLinks(grenselos.store(), clock),
        grenselos.charts(),
        grenselos::forgetting);
  }

  /** The rule book that holds now. */
  public RuleBook book() {
    return rules.get().book();
  }

  /** Ours, as it was packaged; empty where it is not. */
  public static Optional<String> version() {
    return Optional.ofNullable(Console.class.getPackage().getImplementationVersion());
  }
}
