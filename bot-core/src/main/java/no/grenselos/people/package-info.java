/**
 * Brings people into the rule book and shows who is there: a list that somebody keeps elsewhere
 * becomes edits, calendars become leaves, and what is known of each person is put together. Floor
 * 17: imports revise, work, store and below; no chat and no file is touched here. Start with {@link
 * no.grenselos.people.PeopleImport} and {@link no.grenselos.people.Roster}.
 */
@NullMarked
package no.grenselos.people;

import org.jspecify.annotations.NullMarked;
