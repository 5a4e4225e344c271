package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.grenselos.playground.network.Markup;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.network.Tokens.Grant;
import no.grenselos.playground.stage.Json;

/**
 * The posts with a hashtag: public ones, answers too, boosts not (docs.joinmastodon.org, Timelines:
 * hashtag). Of {@code any[]}, {@code all[]} and {@code none[]} the first four each count.
 */
final class TagRoutes {
  private static final int MOST_TAGS = 4;

  private final Network network;
  private final Shapes shapes;
  private final Pages pages;
  private final Addresses addresses;

  TagRoutes(Network network, Shapes shapes, Pages pages, Addresses addresses) {
    this.network = network;
    this.shapes = shapes;
    this.pages = pages;
    this.addresses = addresses;
  }

  void register(RoutesConfig routes, Gate gate) {
    routes.get("/network/api/v1/timelines/tag/{tag}", gate.open(this::timeline));
  }

  private void timeline(Context ctx, Optional<Grant> caller) {
    String tag = ctx.pathParam("tag");
    caller.ifPresent(grant -> network.listens(grant.account()));
    Params params = Params.of(ctx);
    ArrayNode page = Json.array();
    network
        .statuses(Paging.of(params, 20, 40), wanted(tag, params))
        .forEach(one -> page.add(shapes.status(one, caller.map(Grant::account))));
    String address = "/api/v1/timelines/tag/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
    pages.answer(ctx, addresses.root() + address, page);
  }

  private static Predicate<Status> wanted(String tag, Params params) {
    List<String> any = names(params.list("any"));
    List<String> all = names(params.list("all"));
    List<String> none = names(params.list("none"));
    String main = Markup.tagName(tag);
    return status -> {
      List<String> tags = Markup.tags(status.text());
      return status.place().visibility().equals("public")
          && (tags.contains(main) || any.stream().anyMatch(tags::contains))
          && tags.containsAll(all)
          && none.stream().noneMatch(tags::contains)
          && (!params.flag("local") || status.account().local())
          && (!params.flag("remote") || !status.account().local());
    };
  }

  private static List<String> names(List<String> words) {
    return words.stream().limit(MOST_TAGS).map(Markup::tagName).toList();
  }
}
