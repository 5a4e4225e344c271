package no.grenselos.mention;

import com.fasterxml.jackson.databind.ObjectMapper;
import no.grenselos.work.Rules;

/** Stands on floor 1, and reaches for floor 8 and for a library. */
final class WrongFloor {
  Rules above;
  ObjectMapper framework;
}
