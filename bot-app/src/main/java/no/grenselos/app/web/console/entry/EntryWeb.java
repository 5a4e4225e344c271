package no.grenselos.app.web.console.entry;

import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring is told of the forms. */
@Configuration(proxyBeanMethods = false)
@Import({EntryController.class, AloneController.class})
public class EntryWeb {
  @Bean
  RuleDesk ruleDesk(Console console) {
    return new RuleDesk(console);
  }

  @Bean
  Entries entries(Console console, RuleDesk desk) {
    return new Entries(console, desk);
  }
}
