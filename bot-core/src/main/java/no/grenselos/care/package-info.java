/**
 * Customer service: queues, promised times, facts asked of experts, and the way to the house's own
 * system of cases. Floor 16: imports work and below, no other feature. Start with {@link
 * no.grenselos.care.PromiseWatch}.
 */
@NullMarked
package no.grenselos.care;

import org.jspecify.annotations.NullMarked;
