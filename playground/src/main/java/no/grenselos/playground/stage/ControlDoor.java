package no.grenselos.playground.stage;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guards the control API under {@code /play/}: whoever can reach it can press buttons as anybody,
 * so only this machine may, and from a browser only the page itself. A page from elsewhere is
 * refused by its {@code Origin} and {@code Sec-Fetch-Site}, a rebound host name by {@code Host},
 * and a plain HTML form by its content type.
 */
public final class ControlDoor {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

  private ControlDoor() {}

  /** Throws the refusal where the caller may not come in. */
  public static void check(Context ctx) {
    if (!isLoopback(ctx.ip())) {
      throw new ForbiddenResponse("the playground answers this machine only");
    }
    String host = ctx.host();
    if (host == null || !LOOPBACK.contains(withoutPort(host))) {
      throw new ForbiddenResponse("Host is " + host + ", must be this machine");
    }
    checkOrigin(ctx, host);
    if (ctx.method().equals(HandlerType.POST) && !isJson(ctx.contentType())) {
      throw new HttpResponseException(415, "content type must be application/json", Map.of());
    }
  }

  private static void checkOrigin(Context ctx, String host) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !OWN_PAGE.contains(site)) {
      throw new ForbiddenResponse("Sec-Fetch-Site is " + site + ", must be same-origin");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw new ForbiddenResponse("Origin is " + origin + ", must be the page itself");
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.split(";", 2)[0].strip().equals("application/json");
  }

  private static boolean isLoopback(String ip) {
    return ip.startsWith("127.")
        || ip.equals("::1")
        || ip.equals("0:0:0:0:0:0:0:1")
        || ip.equals("[::1]")
        || ip.equals("[0:0:0:0:0:0:0:1]");
  }

  private static String withoutPort(String host) {
    URI uri = URI.create("http://" + host);
    return uri.getHost() == null ? host : uri.getHost();
  }
}
