/**
 * The page on which one person plays all roles, as files under {@code resources/page}. It may
 * import Javalin only. Start reading at {@code resources/page/js/main.js}.
 */
@NullMarked
package no.grenselos.playground.page;

import org.jspecify.annotations.NullMarked;
