package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;
import no.grenselos.web.HttpCall;

/**
 * Meta's webhooks of a page (developers.facebook.com, Webhooks): each change is told soon, some of
 * them at once in one call; again for a while where nobody opens, and then not any more; some late,
 * some twice, some by half. Somebody else calls too, and does not know the secret.
 */
final class FacebookCalls {
  private static final int MOST_MINUTES_LATE = 40;
  private static final Duration SOON = Duration.ofMinutes(1);

  private final FacebookNetwork network;
  private final Mischief mischief;
  private final Map<Integer, Integer> told = new HashMap<>();
  private final Set<Integer> toldGone = new HashSet<>();
  private final Set<Integer> shaken = new HashSet<>();
  private final Set<Integer> heardGone = new HashSet<>();
  private List<Call> due = new ArrayList<>();
  private int shut;
  private boolean looked;

  /** A change, and when it is told. */
  private record Call(Post post, String verb, int version, Instant at, Instant due, boolean half) {
    Call later(Instant when) {
      return new Call(post, verb, version, at, when, half);
    }
  }

  FacebookCalls(FacebookNetwork network, Mischief mischief) {
    this.network = network;
    this.mischief = mischief;
  }

  /** Whether the post was told otherwise than once, at once and whole. */
  synchronized boolean isShaken(Post post) {
    return shaken.contains(post.number()) || post.at().plus(SOON).isBefore(post.shown());
  }

  /** Our process begins anew. */
  synchronized void begin() {
    looked = false;
  }

  /** It has read the lists once. */
  synchronized void looked() {
    looked = true;
  }

  /** Whether our door heard that the post is gone. */
  synchronized boolean heardGone(Post post) {
    return heardGone.contains(post.number());
  }

  synchronized void make(Inlet door, Consumer<Fetch.Page> kept) {
    network.world().all().forEach(this::changes);
    Instant now = network.world().now();
    List<Call> ready = due.stream().filter(call -> !call.due().isAfter(now)).toList();
    due = new ArrayList<>(due.stream().filter(call -> call.due().isAfter(now)).toList());
    if (isShut()) {
      ready.forEach(call -> again(call, now));
      return;
    }
    if (!looked) {
      // a process that knows nothing yet, and dies again, never hears what is newer
      List<Call> odd = ready.stream().filter(call -> isShaken(call.post())).toList();
      odd.forEach(call -> again(call, now));
      ready = ready.stream().filter(call -> !odd.contains(call)).toList();
    }
    List<Call> together = new ArrayList<>();
    for (Call call : mischief.reordered(ready)) {
      together.add(call);
      if (mischief.some(3) > 1) continue;
      send(together, door, kept);
      together = new ArrayList<>();
    }
    if (!together.isEmpty()) send(together, door, kept);
  }

  private boolean isShut() {
    if (shut > 0) return shut-- > 0;
    if (mischief.some(6) == 1 && mischief.happens(Trouble.DOOR_SHUT)) shut = mischief.some(8);
    return shut > 0;
  }

  /** What happened to the post since the last time. */
  private void changes(Post post) {
    Instant now = network.world().now();
    if (post.shown().isAfter(now)) return;
    int before = told.getOrDefault(post.number(), -1);
    for (int version = before + 1; version <= post.version(); version++) {
      Instant at = version == 0 ? post.shown() : post.edits().get(version - 1);
      tell(post, version == 0 ? "add" : "edited", version, at);
    }
    told.put(post.number(), post.version());
    if (post.gone().isPresent() && toldGone.add(post.number())) {
      tell(post, "remove", post.version(), post.gone().get());
    }
  }

  private void tell(Post post, String verb, int version, Instant at) {
    Instant now = network.world().now();
    if (mischief.happens(Trouble.LOST)) return;
    boolean half = !verb.equals("remove") && mischief.happens(Trouble.HALF_TOLD);
    Call call = new Call(post, verb, version, at, now, half);
    if (half) shaken.add(post.number());
    if (mischief.happens(Trouble.LATE)) again(call, now);
    else due.add(call);
  }

  private void again(Call call, Instant now) {
    shaken.add(call.post().number());
    due.add(call.later(now.plus(Duration.ofMinutes(mischief.some(MOST_MINUTES_LATE)))));
  }

  private void send(List<Call> calls, Inlet door, Consumer<Fetch.Page> kept) {
    String body = body(calls);
    if (mischief.happens(Trouble.FORGED)) {
      refused(door.receive(call(body, "another")));
      return;
    }
    take(door.receive(call(body, FacebookNetwork.SECRET)), kept);
    calls.stream()
        .filter(call -> call.verb().equals("remove"))
        .forEach(call -> heardGone.add(call.post().number()));
    if (mischief.happens(Trouble.TWICE)) {
      take(door.receive(call(body, FacebookNetwork.SECRET)), kept);
      calls.forEach(call -> again(call, network.world().now()));
    }
  }

  private static void refused(Inlet.Told told) {
    if (told instanceof Inlet.Told.Answered answered && answered.answer().status() == 401) return;
    throw new AssertionError("a forged call was not refused: " + told);
  }

  private static void take(Inlet.Told told, Consumer<Fetch.Page> kept) {
    if (!(told instanceof Inlet.Told.Posts posts)) {
      throw new AssertionError("a genuine call was refused: " + told);
    }
    kept.accept(posts.page());
  }

  private String body(List<Call> calls) {
    ObjectNode body = Json.object().put("object", "page");
    ArrayNode entries = body.putArray("entry");
    for (Call call : calls) {
      ObjectNode entry = entries.addObject();
      entry.put("id", FacebookNetwork.PAGE).put("time", call.at().getEpochSecond());
      ObjectNode change = entry.putArray("changes").addObject().put("field", "feed");
      change.set("value", value(call));
    }
    return Json.write(body);
  }

  private ObjectNode value(Call call) {
    Post post = call.post();
    String place = network.places().of(post);
    ObjectNode value =
        Json.object().put("verb", call.verb()).put("created_time", post.at().getEpochSecond());
    if (network.places().isComment(post)) {
      value.put("item", "comment").put("comment_id", network.places().id(post));
      value.put("post_id", place).put("parent_id", network.places().parent(post));
    } else {
      value.put("item", "status").put("post_id", network.places().id(post));
    }
    if (call.half()) return value;
    value.putObject("from").put("id", "77").put("name", "Kari Nes");
    return call.verb().equals("remove") ? value : value.put("message", post.words(call.version()));
  }

  private static HttpCall call(String body, String secret) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers =
        Map.of("X-Hub-Signature-256", List.of("sha256=" + mac(bytes, secret)));
    return new HttpCall("POST", "/net", "", headers, Body.of(bytes));
  }

  private static String mac(byte[] bytes, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
