package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** What people outside do on the playground's page. */
final class PlayRoutes {
  private final Network network;

  PlayRoutes(Network network) {
    this.network = network;
  }

  void register(RoutesConfig routes) {
    String play = "/play/network/";
    routes.post(play + "post", saying(this::post));
    routes.post(play + "edit", saying(ask -> network.edit(text(ask, "id"), text(ask, "text"))));
    routes.post(play + "delete", doing(ask -> network.delete(text(ask, "id"))));
    routes.post(
        play + "boost", saying(ask -> network.boost(text(ask, "account"), text(ask, "id"))));
    routes.post(
        play + "favourite",
        saying(ask -> network.favourite(text(ask, "account"), text(ask, "id"))));
  }

  private Status post(JsonNode ask) {
    String parent = ask.path("in_reply_to").asText("");
    return parent.isEmpty() || parent.equals("null")
        ? network.post(text(ask, "account"), text(ask, "text"))
        : network.reply(text(ask, "account"), parent, text(ask, "text"));
  }

  private static Handler saying(Function<JsonNode, Status> deed) {
    return ctx -> attempt(ctx, ask -> Json.object().put("id", deed.apply(ask).id()));
  }

  private static Handler doing(Consumer<JsonNode> deed) {
    return ctx ->
        attempt(
            ctx,
            ask -> {
              deed.accept(ask);
              return Json.object();
            });
  }

  private static void attempt(Context ctx, Function<JsonNode, ObjectNode> deed) {
    try {
      Answer.json(ctx, deed.apply(Json.parse(ctx.body())));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private static String text(JsonNode ask, String field) {
    JsonNode value = ask.path(field);
    if (!value.isTextual()) {
      throw new BadRequest(field + " is missing, must be text");
    }
    return value.asText();
  }
}
