package no.grenselos.playground.slack.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import no.grenselos.playground.slack.workspace.SlackFile;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Connection;

/**
 * Where files' bytes go, {@code POST /slack/upload/KEY}, and where the page sees them, {@code GET
 * /play/slack/files/ID}. The address is the key: it is good once, and whoever sends a token along
 * is refused, as it belongs to the Web API alone (stricter than Slack).
 */
public final class FileDoor {
  static final String PATH = "slack/upload/";

  private final SlackWorkspace workspace;
  private final Weather weather;

  public FileDoor(SlackWorkspace workspace, Weather weather) {
    this.workspace = workspace;
    this.weather = weather;
  }

  public void open(RoutesConfig routes) {
    routes.post("/" + PATH + "{key}", this::take);
    routes.get("/play/slack/files/{id}", this::show);
  }

  private void take(Context ctx) {
    if (weather.isSilent()) {
      Connection.cut(ctx);
      return;
    }
    if (weather.isUnavailable() || weather.areUploadsDown()) {
      ctx.status(503).result("upstream connect error");
      return;
    }
    if (ctx.header("Authorization") != null) {
      ctx.status(400).result("no token is wanted here");
      return;
    }
    try {
      byte[] bytes = bytes(ctx);
      SlackFile file =
          workspace.atomically(() -> workspace.files().upload(ctx.pathParam("key"), bytes));
      ctx.result("OK - " + file.length());
    } catch (SlackRefusal e) {
      ctx.status(e.error().equals("upload_not_found") ? 404 : 400).result(e.error());
    }
  }

  /** As they are, or in a form. */
  private static byte[] bytes(Context ctx) {
    if (!ctx.isMultipartFormData()) {
      return ctx.bodyAsBytes();
    }
    UploadedFile file =
        ctx.uploadedFiles().stream()
            .findFirst()
            .orElseThrow(() -> new SlackRefusal("no_file_data"));
    try (InputStream content = file.content()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only what a message shows; as the picture that its bytes say it is. */
  private void show(Context ctx) {
    workspace
        .atomically(() -> workspace.files().find(ctx.pathParam("id")))
        .filter(file -> file.state() == SlackFile.State.SHARED)
        .ifPresentOrElse(
            file -> {
              Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "private, max-age=3600")
                  .forEach(ctx::header);
              ctx.contentType(file.imageType()).result(file.content().copy());
            },
            () -> ctx.status(404));
  }
}
