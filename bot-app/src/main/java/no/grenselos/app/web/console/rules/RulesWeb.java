package no.grenselos.app.web.console.rules;

import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.entry.EntryWeb;
import no.grenselos.revise.Touched;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring is told of the page Rules. */
@Configuration(proxyBeanMethods = false)
@Import({
  EntryWeb.class,
  RulesController.class,
  TextController.class,
  HistoryController.class,
  TriesController.class,
  KeepController.class
})
public class RulesWeb {
  @Bean
  Touched touched(Console console) {
    return new Touched(console.bench().texts(), console.store());
  }

  @Bean
  Editors editors(RuleDesk desk) {
    return new Editors(desk);
  }

  @Bean
  Glance glance(RuleDesk desk) {
    return new Glance(desk);
  }

  @Bean
  Runs runs(Console console) {
    return new Runs(console.clock());
  }

  @Bean
  Tryouts tryouts(Console console, RuleDesk desk, Runs runs) {
    return new Tryouts(console, desk, runs);
  }

  @Bean
  RouteWords routeWords(MessageSource phrases) {
    return new RouteWords(phrases);
  }
}
