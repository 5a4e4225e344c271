package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * One method of the Web API.
 *
 * @param scope the bot token must have; empty where none is needed, or where it depends on the
 *     arguments and the method asks for itself
 * @param perMinute calls allowed in a minute when limits are enforced: Slack's tiers 1 to 4 are 1,
 *     20, 50 and 100 (docs.slack.dev, rate limits)
 * @param answer gives the fields beside {@code ok}; called inside the workspace's lock
 */
record WebMethod(String name, String scope, int perMinute, Function<Call, ObjectNode> answer) {}
