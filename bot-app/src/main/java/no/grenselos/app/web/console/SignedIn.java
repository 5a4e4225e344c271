package no.grenselos.app.web.console;

import java.io.Serial;
import java.util.List;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody a login provider vouched for. */
final class SignedIn extends DefaultOidcUser {
  @Serial private static final long serialVersionUID = 1L;

  private final Visitor visitor;

  SignedIn(OidcUser user, Visitor visitor) {
    super(authorities(visitor), user.getIdToken());
    this.visitor = visitor;
  }

  Visitor visitor() {
    return visitor;
  }

  /** As Spring Security asks for them. */
  static List<SimpleGrantedAuthority> authorities(Visitor visitor) {
    return visitor.roles().stream()
        .map(ConsoleRole::name)
        .sorted()
        .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other) && other instanceof SignedIn same && visitor.equals(same.visitor);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
