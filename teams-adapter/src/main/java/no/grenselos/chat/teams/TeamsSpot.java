package no.grenselos.chat.teams;

import java.net.URI;

/**
 * Where a message goes.
 *
 * @param service at which the conversation is
 */
record TeamsSpot(URI service, String conversation) {}
