package no.grenselos.app.web;

import java.time.Clock;
import no.grenselos.app.web.caller.Sources;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before every door. */
@Configuration(proxyBeanMethods = false)
class CallGuards {
  @Bean
  Sources sources(Doors doors) {
    return new Sources(doors.limits());
  }

  @Bean
  DoorMetrics doorMetrics() {
    return new DoorMetrics(Clock.systemUTC());
  }

  @Bean
  BodyDesk bodyDesk(Sources sources, DoorMetrics doorMetrics) {
    return new BodyDesk(sources, doorMetrics, Clock.systemUTC());
  }

  @Bean
  FilterRegistrationBean<Turnstile> turnstile(
      Doors doors, Sources sources, DoorMetrics doorMetrics) {
    Turnstile turnstile = new Turnstile(doors.limits(), sources, doorMetrics, Clock.systemUTC());
    FilterRegistrationBean<Turnstile> first = new FilterRegistrationBean<>(turnstile);
    first.addUrlPatterns("/*");
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }
}
