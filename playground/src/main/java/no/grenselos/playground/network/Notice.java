package no.grenselos.playground.network;

import java.time.Instant;

/**
 * Something one account is told about.
 *
 * @param id decimal, increasing
 * @param type mention, favourite, reblog or status
 * @param to id of the account that is told
 * @param from who did it
 * @param statusId the post it is about
 */
public record Notice(
    String id, String type, String to, Account from, String statusId, Instant at) {}
