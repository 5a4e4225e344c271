package no.grenselos.chat;

/**
 * A message that is in a chat house, by the house's own ids.
 *
 * @param channel the house's channel or conversation id
 * @param message unique within the channel
 */
public record MessageRef(String house, String channel, String message) {}
