package no.grenselos.ticket;

/** An offer's number, unique over all tickets. */
public record OfferId(long number) {
  @Override
  public String toString() {
    return "O-" + number;
  }
}
