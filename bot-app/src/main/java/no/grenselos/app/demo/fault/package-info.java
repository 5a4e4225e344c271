/**
 * What {@code grenselos bench faults} does: kills the service, as a process of its own, while the
 * playground around it lives on. Imports the playground, and of ours how the service is started as
 * a process. Start with {@link no.grenselos.app.demo.fault.FaultsBench}.
 */
@NullMarked
package no.grenselos.app.demo.fault;

import org.jspecify.annotations.NullMarked;
