package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import no.grenselos.playground.slack.workspace.ResponseUrls.Origin;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import org.jspecify.annotations.Nullable;

/**
 * Where an app answers an interaction without a token: {@code POST /slack/response/ID}. A refusal
 * is the bare error code with status 404 (used up, expired) or 400 (what it says is wrong).
 */
public final class ResponseDoor {
  private final SlackWorkspace workspace;
  private final MessageWatch watch;

  public ResponseDoor(SlackWorkspace workspace, MessageWatch watch) {
    this.workspace = workspace;
    this.watch = watch;
  }

  public void open(RoutesConfig routes) {
    routes.post("/slack/response/{id}", this::serve);
  }

  private void serve(Context ctx) {
    try {
      Call call = new Call("response_url", (ObjectNode) Json.parse(ctx.body()));
      workspace.atomically(() -> respond(ctx.pathParam("id"), call));
      ctx.contentType("application/json").result("{\"ok\":true}");
    } catch (SlackRefusal e) {
      ctx.status(e.error().endsWith("_url") ? 404 : 400).result(e.error());
    } catch (BadRequest | ClassCastException e) {
      ctx.status(400).result("invalid_payload");
    }
  }

  private ObjectNode respond(String id, Call call) {
    Origin origin = workspace.responseUrls().use(id);
    ObjectNode original = original(origin);
    if (original != null && call.flag("delete_original")) {
      workspace.messages().delete(origin.channel(), original);
      return original;
    }
    if (original != null && call.flag("replace_original")) {
      return replace(origin, original, call);
    }
    return answer(origin, call);
  }

  /** Says something to the person, or in the channel; also the body of an answered command. */
  public ObjectNode answer(Origin origin, ObjectNode said) {
    return answer(origin, new Call("response", said));
  }

  private ObjectNode answer(Origin origin, Call call) {
    ObjectNode message =
        BotMessage.begin(workspace.seed())
            .setAll(workspace.files().share(MessageContent.whole(call)));
    call.text("thread_ts").ifPresent(ts -> message.put("thread_ts", ts));
    if (!call.text("response_type").orElse("ephemeral").equals("in_channel")) {
      return workspace.messages().whisper(origin.channel(), origin.user(), message);
    }
    ObjectNode posted = workspace.messages().post(origin.channel(), message);
    workspace.channel(origin.channel()).ifPresent(channel -> watch.posted(channel, posted));
    return posted;
  }

  private ObjectNode replace(Origin origin, ObjectNode original, Call call) {
    ObjectNode content = workspace.files().share(MessageContent.whole(call));
    original.remove("blocks");
    original.remove("attachments");
    original.setAll(content);
    if (original.path("is_ephemeral").asBoolean()) {
      workspace.messages().whisperChanged(origin.channel(), origin.user(), original);
    } else {
      workspace.messages().edited(origin.channel(), original);
    }
    return original;
  }

  private @Nullable ObjectNode original(Origin origin) {
    String ts = origin.ts();
    if (ts == null) {
      return null;
    }
    return workspace
        .messages()
        .find(origin.channel(), ts)
        .or(() -> workspace.messages().ephemeral(ts))
        .orElse(null);
  }
}
