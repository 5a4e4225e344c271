package no.grenselos.playground.network;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens: whose they are and what they allow. Safe for many threads. */
public final class Tokens {
  /**
   * What a token stands for.
   *
   * @param scopes read, write
   */
  public record Grant(Account account, Set<String> scopes) {
    public Grant {
      scopes = Set.copyOf(scopes);
    }
  }

  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  /** Makes a token known; the same token again replaces what it stood for. */
  public void grant(String token, Account account, String... scopes) {
    grants.put(token, new Grant(account, Set.of(scopes)));
  }

  public Optional<Grant> grant(String token) {
    return Optional.ofNullable(grants.get(token));
  }
}
