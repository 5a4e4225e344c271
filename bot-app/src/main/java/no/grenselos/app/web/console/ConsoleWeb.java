package no.grenselos.app.web.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.trail.Trails;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What Spring is told of the console: its controllers by name, and where its files are. */
@Configuration(proxyBeanMethods = false)
@Import({
  ConsoleSecurity.class,
  FrameAdvice.class,
  EntranceController.class,
  LookController.class,
  NowController.class,
  TicketsController.class,
  InsightsController.class,
  SystemController.class,
  PrivacyController.class
})
public class ConsoleWeb implements WebMvcConfigurer {
  static final String ROOT = "/console";
  static final String SESSION = "grenselos-session";
  private static final String FILES = ROOT + "/static";
  private static final String PHRASES = "no.grenselos.console.";

  /** Before this the filters of {@code /console} run, and for nothing else. */
  @Bean
  DelegatingFilterProxyRegistrationBean consoleDoor() {
    var door = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    door.addUrlPatterns(ROOT + "/*");
    return door;
  }

  /** What the server is to know of sessions, as arguments. */
  public static List<String> settings(ConsoleSettings console) {
    return List.of(
        "--server.servlet.session.cookie.name=" + SESSION,
        "--server.servlet.session.cookie.path=" + ROOT,
        "--server.servlet.session.cookie.http-only=true",
        "--server.servlet.session.cookie.same-site=lax",
        "--server.servlet.session.cookie.secure=" + console.encrypted(),
        "--server.servlet.session.tracking-modes=cookie",
        "--server.servlet.session.timeout=" + console.session(),
        // files are taken by the console alone; a chat house's call is never looked into
        "--spring.servlet.multipart.enabled=true",
        "--spring.servlet.multipart.resolve-lazily=true",
        "--spring.servlet.multipart.max-file-size=4MB",
        "--spring.servlet.multipart.max-request-size=8MB",
        // a rule book of a thousand routes, with each of its signs encoded
        "--server.tomcat.max-http-form-post-size=6MB",
        // a proxy before us knows our address better than we do
        "--server.tomcat.use-relative-redirects=true");
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource phrases = new ResourceBundleMessageSource();
    phrases.setBasename(PHRASES + "phrases");
    Stream.of(ConsolePage.values())
        .map(page -> PHRASES + page.key())
        .forEach(phrases::addBasenames);
    phrases.setDefaultEncoding("UTF-8");
    // whatever language the machine speaks, English stands in for what we do not
    phrases.setDefaultLocale(Locale.ROOT);
    phrases.setFallbackToSystemLocale(false);
    phrases.setAlwaysUseMessageFormat(true);
    return phrases;
  }

  @Bean
  Trails trails(Console console) {
    return new Trails(Optional.of(console.bench().texts()));
  }

  @Bean
  LocaleResolver localeResolver(Console console) {
    return Looks.language(console);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    CacheControl aDay = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();
    files
        .addResourceHandler(FILES + "/lib/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(aDay)
        // finds the version of a WebJar, so that no page names it
        .resourceChain(true);
    files
        .addResourceHandler(FILES + "/**")
        .addResourceLocations("classpath:/static/console/")
        .setCacheControl(aDay);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new VisitorArgument());
  }
}
