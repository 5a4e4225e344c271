package no.grenselos.app.admission;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides who somebody is whom a login provider vouches for. Only what grenselos.yml names lets
 * anybody in: being known to the provider is not enough. Safe for many threads.
 */
public final class Admission {
  private static final String SLACK_CLAIM = "https://slack.com/";

  private final ConsoleSettings settings;

  public Admission(ConsoleSettings settings) {
    this.settings = settings;
  }

  /**
   * @param claims of a token that was checked, by name
   * @return empty for somebody nobody named, and for one of another Slack workspace
   */
  public Optional<Visitor> visitor(LoginProvider provider, Map<String, Object> claims) {
    String subject = text(claims, "sub");
    if (subject.isEmpty() || !ofOurWorkspace(provider, claims)) return Optional.empty();
    Set<String> words = words(provider, claims, subject);
    Set<ConsoleRole> roles = EnumSet.noneOf(ConsoleRole.class);
    settings
        .roles()
        .forEach((role, who) -> {
          if (who.stream().anyMatch(words::contains)) roles.add(role);
        });
    if (roles.isEmpty()) return Optional.empty();
    String house = house(provider);
    String member = member(provider, claims);
    String id =
        house == null || member.isEmpty() ? provider.name() + ":" + subject : house + ":" + member;
    return Optional.of(
        new Visitor(
            id,
            name(claims, subject),
            roles,
            member.isEmpty() ? null : house,
            member.isEmpty() ? null : member,
            teams(words)));
  }

  private static boolean ofOurWorkspace(LoginProvider provider, Map<String, Object> claims) {
    return provider.workspace().isEmpty()
        || provider.workspace().equals(text(claims, SLACK_CLAIM + "team_id"));
  }

  /** All that an entry of grenselos.yml may call them. */
  private static Set<String> words(
      LoginProvider provider, Map<String, Object> claims, String subject) {
    Set<String> words = new HashSet<>(Set.of(subject, provider.name() + ":" + subject));
    String email = text(claims, "email");
    // a provider may let people write any address into their account
    boolean verified = String.valueOf(claims.get("email_verified")).equals("true");
    if (!email.isEmpty() && (verified || provider.trustsEmail())) words.add(email);
    Stream.of("groups", "roles").flatMap(name -> texts(claims.get(name))).forEach(words::add);
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> teams(Set<String> words) {
    return settings.teams().entrySet().stream()
        .filter(team -> team.getValue().stream().anyMatch(words::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String house(LoginProvider provider) {
    return switch (provider.name()) {
      case LoginProvider.SLACK -> "slack";
      case LoginProvider.ENTRA -> "teams";
      default -> null;
    };
  }

  private static String member(LoginProvider provider, Map<String, Object> claims) {
    return switch (provider.name()) {
      case LoginProvider.SLACK -> text(claims, SLACK_CLAIM + "user_id");
      case LoginProvider.ENTRA -> text(claims, "oid").toLowerCase(Locale.ROOT);
      default -> "";
    };
  }

  private static String name(Map<String, Object> claims, String subject) {
    return Stream.of("name", "email")
        .map(claim -> text(claims, claim))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(subject);
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text ? text.strip() : "";
  }

  private static Stream<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case null -> Stream.empty();
      case String text -> Stream.of(text);
      case Collection<?> many ->
          many.stream().flatMap(one -> one instanceof String text ? Stream.of(text) : Stream.of());
      default -> Stream.empty();
    };
  }
}
