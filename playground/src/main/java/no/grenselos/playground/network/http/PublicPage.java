package no.grenselos.playground.network.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;

/** A post with its answers as a web page, so that a link to it opens something. */
final class PublicPage {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/post.css"></head>
      <body><main>%s</main></body></html>
      """;
  private final Network network;
  private final Html html;

  PublicPage(Network network, Addresses addresses) {
    this.network = network;
    this.html = new Html(network, addresses);
  }

  void register(RoutesConfig routes) {
    routes.get("/network/@{acct}/{id}", this::show);
  }

  private void show(Context ctx) {
    ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    ctx.header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer");
    Optional<Status> found =
        network.find(ctx.pathParam("id")).filter(one -> !one.place().visibility().equals("direct"));
    if (found.isEmpty()) {
      ctx.status(404).html(FRAME.formatted("en", "404", "<p>This post is gone.</p>"));
      return;
    }
    Status status = found.get();
    String answers =
        network.replies(status.id()).stream().map(this::article).collect(Collectors.joining());
    String title = Html.escape(status.account().displayName());
    String lang = Html.language(status.language());
    ctx.html(FRAME.formatted(lang, title, article(status) + "<section>" + answers + "</section>"));
  }

  private String article(Status status) {
    Status.Counts counts = network.counts(status.id());
    String at = Shapes.stamp(status.createdAt());
    return """
    <article lang="%s"><header><strong>%s</strong> <span>@%s</span></header>
    <div>%s</div><footer><time datetime="%s">%s</time>%s</footer></article>
    """
        .formatted(
            Html.language(status.language()),
            Html.escape(status.account().displayName()),
            Html.escape(status.account().acct()),
            html.content(status.text()),
            at,
            at.substring(0, 16).replace('T', ' '),
            " · ↩ %d · ⇄ %d · ★ %d"
                .formatted(counts.replies(), counts.boosts(), counts.favourites()));
  }
}
