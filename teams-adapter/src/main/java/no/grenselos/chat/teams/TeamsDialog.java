package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A form as Teams opens it.
 *
 * @param title plain text
 */
record TeamsDialog(String title, ObjectNode card) {}
