/**
 * The admin's queries: read strictly, kept in one monitor for several revisions, and run against a
 * post. Floor 8: imports lesson and below. Start with {@link no.grenselos.route.query.QuerySet};
 * what a query may say is in {@link no.grenselos.route.query.QueryReader}.
 */
@NullMarked
package no.grenselos.route.query;

import org.jspecify.annotations.NullMarked;
