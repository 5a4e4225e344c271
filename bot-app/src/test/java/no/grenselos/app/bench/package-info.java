/**
 * How fast the pieces are, measured by JMH. Run by the Maven profile "jmh", never as tests. Start
 * with {@link no.grenselos.app.bench.SpeedTable}.
 */
@NullMarked
package no.grenselos.app.bench;

import org.jspecify.annotations.NullMarked;
