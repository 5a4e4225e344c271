package no.grenselos.app.web.console.people;

import no.grenselos.app.web.console.entry.EntryWeb;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring is told of the page Topics and experts. */
@Configuration(proxyBeanMethods = false)
@Import({
  EntryWeb.class,
  PeopleController.class,
  PeopleListController.class,
  VacationController.class
})
public class PeopleWeb {}
