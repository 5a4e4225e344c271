package no.grenselos.ticket;

/** An answer's number, unique over all tickets. */
public record AnswerId(long number) {
  @Override
  public String toString() {
    return "A-" + number;
  }
}
