package no.grenselos.feed;

/**
 * An item a feed could not use; shown to the admin, stops nothing.
 *
 * @param item what identifies it: its id, or its place in the page
 * @param reason in plain English, without the post's text
 */
public record Skipped(String item, String reason) {}
