package no.grenselos.playground.network.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Network;

/** A picture for every account: its initials on a colour of its own. */
final class Portraits {
  private final Network network;

  Portraits(Network network) {
    this.network = network;
  }

  void register(RoutesConfig routes) {
    routes.get("/network/avatars/{id}.svg", this::show);
  }

  private void show(Context ctx) {
    Optional<Account> account =
        network.accounts().stream().filter(one -> one.id().equals(ctx.pathParam("id"))).findFirst();
    if (account.isEmpty()) {
      ctx.status(404);
      return;
    }
    ctx.header("Content-Security-Policy", "default-src 'none'");
    ctx.contentType("image/svg+xml").result(picture(account.get().displayName()));
  }

  private static String picture(String name) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">\
    <rect width="96" height="96" fill="hsl(%d 32%% 38%%)"/>\
    <text x="48" y="50" fill="#fff" font-family="sans-serif" font-size="36" font-weight="600" \
    text-anchor="middle" dominant-baseline="central">%s</text></svg>\
    """
        .formatted(Math.floorMod(name.hashCode(), 360), Html.escape(initials(name)));
  }

  private static String initials(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}
