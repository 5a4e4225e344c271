package no.grenselos.app.admission;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code console:}.
 *
 * @param url where people reach it, without a closing slash; null where only this machine does
 * @param login ways to sign in; none where only the local link leads in
 * @param roles who has which, by e-mail address, subject or a group's value, in small letters
 * @param teams the same by the team's id
 * @param session how long one may stay signed in
 * @param idle how long without doing anything
 */
public record ConsoleSettings(
    @Nullable URI url,
    List<LoginProvider> login,
    Map<ConsoleRole, Set<String>> roles,
    Map<String, Set<String>> teams,
    Duration session,
    Duration idle) {
  /** A working day. */
  public static final Duration SESSION = Duration.ofHours(8);

  /** Longer than a lunch; a judgement. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** Only the local link leads in. */
  public static final ConsoleSettings LOCAL =
      new ConsoleSettings(null, List.of(), Map.of(), Map.of(), SESSION, IDLE);

  public ConsoleSettings {
    login = List.copyOf(login);
    Map<ConsoleRole, Set<String>> whoIs = new EnumMap<>(ConsoleRole.class);
    roles.forEach((role, who) -> whoIs.put(role, small(who)));
    roles = Map.copyOf(whoIs);
    teams =
        teams.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, team -> small(team.getValue())));
  }

  /** Whether all that is sent is encrypted on its way. */
  public boolean encrypted() {
    return url != null && "https".equalsIgnoreCase(url.getScheme());
  }

  /** Its page of numbers, for a link from elsewhere; empty where only this machine reaches it. */
  public Optional<URI> insights() {
    return publicUrl().map(base -> URI.create(base + "/console/insights"));
  }

  public Optional<URI> publicUrl() {
    return Optional.ofNullable(url);
  }

  private static Set<String> small(Set<String> words) {
    return words.stream()
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
