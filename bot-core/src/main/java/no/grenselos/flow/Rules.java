package no.grenselos.flow;

import no.grenselos.reading.Reader;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;

/**
 * One revision of the rules, ready to be used: the book, and the reader and router made from it.
 */
public record Rules(RuleBook book, Reader reader, Router router) {}
