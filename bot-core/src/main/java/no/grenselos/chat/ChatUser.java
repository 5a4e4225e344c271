package no.grenselos.chat;

import no.grenselos.expert.Handle;

/**
 * Somebody in a chat house.
 *
 * @param name as the house shows it; empty when the event did not say
 */
public record ChatUser(Handle handle, String name) {}
