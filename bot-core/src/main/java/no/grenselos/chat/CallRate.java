package no.grenselos.chat;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How often something of a chat house is called by this process.
 *
 * @param what as the house calls it, like {@code chat.postMessage}
 * @param lastMinute calls in the last minute, 0 or more
 * @param most calls a minute that we allow ourselves; empty where the house says so when it wants
 * @param rests how long it must not be called from now on; zero for not at all
 */
public record CallRate(String what, int lastMinute, OptionalInt most, Duration rests) {}
