package no.grenselos.playground.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/**
 * Serves the page's files at {@code /}. The page shows text of strangers, so its policy lets no
 * script run but its own files, and no other page frame it. Teams' cards carry pictures within
 * them.
 */
public final class PageFiles {
  /** What the browser may load and do on the page. */
  public static final String POLICY =
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'; object-src 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-cache");

  private PageFiles() {}

  public static void serve(JavalinConfig config) {
    config.staticFiles.add(files -> {
      files.directory = "/page";
      files.location = Location.CLASSPATH;
      files.headers = HEADERS;
    });
    config.routes.get(
        CardRenderer.PATH,
        ctx -> {
          HEADERS.forEach(ctx::header);
          CardRenderer.serve(ctx);
        });
  }
}
