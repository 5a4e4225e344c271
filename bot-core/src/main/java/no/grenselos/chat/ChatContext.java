package no.grenselos.chat;

import java.time.Clock;
import no.grenselos.config.Secrets;

/** What a chat adapter is given by the application. */
public record ChatContext(Clock clock, Secrets secrets, ChatListener listener, ChatMemory memory) {}
