package no.grenselos.app.web.console;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.config.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * The configured ways to sign in. Where the addresses are to be looked up, that is done when
 * somebody first signs in, never at the start. Safe for many threads.
 */
final class LoginProviders implements ClientRegistrationRepository {
  static final String BACK = ConsoleWeb.ROOT + "/login/back";
  private static final String[] SCOPES = {"openid", "profile", "email"};
  private static final Logger LOG = LoggerFactory.getLogger(LoginProviders.class);

  private final Console console;
  private final Map<String, LoginProvider> providers;
  private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

  LoginProviders(Console console) {
    this.console = console;
    this.providers =
        console.settings().login().stream()
            .collect(Collectors.toUnmodifiableMap(LoginProvider::name, Function.identity()));
  }

  Optional<LoginProvider> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  /** Where the sessions of providers end by whom somebody signed in here. */
  List<URI> ends() {
    return found.values().stream()
        .map(ClientRegistration::getProviderDetails)
        .map(details -> details.getConfigurationMetadata().get("end_session_endpoint"))
        .flatMap(
            end -> end instanceof String address ? Stream.of(URI.create(address)) : Stream.of())
        .toList();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String name) {
    LoginProvider provider = providers.get(name);
    if (provider == null) return null;
    Optional<Secret> secret = console.secrets().find(provider.secret());
    if (secret.isEmpty()) {
      LOG.warn("sign-in not possible provider={} not-set={}", name, provider.secret());
      return null;
    }
    return found.computeIfAbsent(name, same -> registration(provider, secret.get()));
  }

  private ClientRegistration registration(LoginProvider provider, Secret secret) {
    LoginProvider.Ways ways = provider.ways();
    ClientRegistration.Builder builder =
        ways == null
            ? ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
            : stated(provider, ways);
    return builder
        .registrationId(provider.name())
        .clientId(provider.clientId())
        .clientSecret(secret.reveal())
        .scope(SCOPES)
        .redirectUri(console.settings().publicUrl().orElseThrow() + BACK + "/" + provider.name())
        .build();
  }

  private static ClientRegistration.Builder stated(
      LoginProvider provider, LoginProvider.Ways ways) {
    ClientRegistration.Builder builder =
        ClientRegistration.withRegistrationId(provider.name())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .issuerUri(provider.issuer().toString())
            .authorizationUri(ways.authorization().toString())
            .tokenUri(ways.token().toString())
            .jwkSetUri(ways.keys().toString())
            .userNameAttributeName(IdTokenClaimNames.SUB);
    if (ways.userinfo() != null) builder.userInfoUri(ways.userinfo().toString());
    if (ways.logout() != null) {
      builder.providerConfigurationMetadata(
          Map.of("end_session_endpoint", ways.logout().toString()));
    }
    return builder;
  }
}
