package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import no.grenselos.app.admission.Admission;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.caller.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Who comes in, and what their browser may do. Whatever is not opened here is closed; nothing here
 * ever sees a call to {@code /in} or {@code /health}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ConsoleSecurity {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);

  @Bean
  LoginProviders loginProviders(Console console) {
    return new LoginProviders(console);
  }

  @Bean
  SecurityFilterChain consoleChain(
      HttpSecurity http, Console console, LoginProviders providers, Sources sources) {
    http.authorizeHttpRequests(ConsoleSecurity::rights)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .exceptionHandling(refusals -> refusals(refusals, console))
        .logout(logout -> logout(logout, console, providers))
        .headers(headers -> SafeHeaders.set(headers, console, providers))
        .addFilterAfter(new StrangersForm(), HeaderWriterFilter.class)
        .addFilterAfter(new LoginLimit(sources, console.clock()), HeaderWriterFilter.class)
        .addFilterBefore(new Stay(console), SecurityContextHolderFilter.class);
    if (!console.settings().login().isEmpty()) {
      http.oauth2Login(login -> login(login, console, providers));
    }
    return http.build();
  }

  private static void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rights) {
    rights
        .requestMatchers(HttpMethod.GET, ConsoleWeb.ROOT + "/static/**")
        .permitAll()
        .requestMatchers(HttpMethod.GET, EntranceController.LOGIN, EntranceController.LINK + "/*")
        .permitAll()
        .requestMatchers(HttpMethod.GET, ConsoleWeb.ROOT, ConsoleWeb.ROOT + "/")
        .authenticated()
        .requestMatchers(HttpMethod.POST, LookController.PATH)
        .authenticated();
    for (ConsolePage page : ConsolePage.values()) {
      String[] paths = {page.path(), page.path() + "/**"};
      rights.requestMatchers(HttpMethod.GET, paths).hasAnyRole(names(page.readers()));
      if (!page.writers().isEmpty()) {
        rights.requestMatchers(HttpMethod.POST, paths).hasAnyRole(names(page.writers()));
      }
    }
    rights.anyRequest().denyAll();
  }

  private static String[] names(Collection<ConsoleRole> roles) {
    return roles.stream().map(ConsoleRole::name).toArray(String[]::new);
  }

  private static void refusals(
      ExceptionHandlingConfigurer<HttpSecurity> refusals, Console console) {
    refusals.authenticationEntryPoint(
        (HttpServletRequest request, HttpServletResponse response, AuthenticationException why) -> {
          // a redirect would put the login page where a part of the page stands
          if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", EntranceController.LOGIN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
          }
          WayBack.keep(request, response, console);
          response.sendRedirect(EntranceController.LOGIN);
        });
    refusals.accessDeniedHandler((request, response, why) -> {
      HttpStatus status = refusal(request, why);
      if (status == HttpStatus.FORBIDDEN) note(request, why);
      response.sendError(status.value());
    });
  }

  /** Of the address only which page it is: the rest is the caller's. */
  private static void note(HttpServletRequest request, AccessDeniedException why) {
    Visitor visitor = VisitorArgument.of(request.getUserPrincipal());
    LOG.warn(
        "console page refused by={} page={} reason={}",
        visitor == null ? "nobody" : visitor.id(),
        ConsolePage.at(request.getRequestURI()).map(ConsolePage::key).orElse("none"),
        why instanceof CsrfException ? "token" : "role");
  }

  /** What leads to no page of ours is not there; it stays closed all the same. */
  private static HttpStatus refusal(HttpServletRequest request, AccessDeniedException why) {
    boolean nowhere = ConsolePage.at(request.getRequestURI()).isEmpty();
    return nowhere && !(why instanceof CsrfException) ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
  }

  private static void login(
      OAuth2LoginConfigurer<HttpSecurity> login, Console console, LoginProviders providers) {
    Entering entering = new Entering(console);
    var requests = new DefaultOAuth2AuthorizationRequestResolver(providers, EntranceController.GO);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    login
        .clientRegistrationRepository((ClientRegistrationRepository) providers)
        .loginPage(EntranceController.LOGIN)
        .loginProcessingUrl(LoginProviders.BACK + "/*")
        .authorizationEndpoint(to -> to.authorizationRequestResolver(requests))
        .redirectionEndpoint(from -> from.baseUri(LoginProviders.BACK + "/*"))
        .userInfoEndpoint(
            user -> user.oidcUserService(new SignIn(providers, new Admission(console.settings()))))
        .successHandler(entering)
        .failureHandler(entering);
  }

  private static void logout(
      LogoutConfigurer<HttpSecurity> logout, Console console, LoginProviders providers) {
    logout
        .logoutUrl(EntranceController.LOGOUT)
        .logoutSuccessHandler(new Leaving(console, providers));
  }
}
