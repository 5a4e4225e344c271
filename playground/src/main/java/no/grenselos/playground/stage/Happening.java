package no.grenselos.playground.stage;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that happened on the playground.
 *
 * @param id increasing by one from 1; the {@code id:} of the server-sent event
 * @param kind part and verb, for example "slack.message" or "network.status"
 * @param details enough to patch the page's state without asking again
 */
public record Happening(long id, String kind, JsonNode details) {}
