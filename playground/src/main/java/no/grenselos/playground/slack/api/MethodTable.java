package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The methods this Slack knows, by name. */
final class MethodTable {
  static final int TIER_2 = 20;
  static final int TIER_3 = 50;
  static final int TIER_4 = 100;

  /**
   * Messages over all channels: that there is a limit is said, not which (docs.slack.dev, rate
   * limits, special tier). A judgement.
   */
  static final int POSTS = 300;

  /** Limited in a way of its own, or hardly at all. */
  static final int SPECIAL = 600;

  private final Map<String, WebMethod> methods = new HashMap<>();

  void add(String name, String scope, int perMinute, Function<Call, ObjectNode> answer) {
    methods.put(name, new WebMethod(name, scope, perMinute, answer));
  }

  Optional<WebMethod> find(String name) {
    return Optional.ofNullable(methods.get(name));
  }
}
