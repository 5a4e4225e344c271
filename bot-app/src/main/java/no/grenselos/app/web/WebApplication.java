package no.grenselos.app.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * What Spring is told of the doors: our controllers by name, and nothing found by looking around.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  CallGuards.class,
  InboundController.class,
  HealthController.class,
  MetricsController.class
})
class WebApplication {}
