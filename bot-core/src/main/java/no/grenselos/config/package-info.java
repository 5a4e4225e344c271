/**
 * Settings as an admin writes them, with the place of every value, and what is wrong with them.
 * Floor 0: imports nothing of ours. Start with {@link no.grenselos.config.Settings}.
 */
@NullMarked
package no.grenselos.config;

import org.jspecify.annotations.NullMarked;
