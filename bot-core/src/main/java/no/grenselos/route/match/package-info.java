/**
 * Runs thousands of queries against one post: one monitor for all revisions, which queries match,
 * and where in the post; and against thousands of posts at once, without the where. Floor 10:
 * imports route.query and below. Start with {@link no.grenselos.route.match.QuerySet}.
 */
@NullMarked
package no.grenselos.route.match;

import org.jspecify.annotations.NullMarked;
