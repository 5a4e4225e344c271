package no.grenselos.ticket;

/** A ticket's number; written {@code T-81}. */
public record TicketId(long number) {
  public TicketId {
    if (number < 1)
      throw new IllegalArgumentException("ticket number is " + number + ", must be 1 or more");
  }

  /** Reads what {@link #toString()} wrote. */
  public static TicketId parse(String text) {
    if (!text.startsWith("T-"))
      throw new IllegalArgumentException("not a ticket: \"" + text + "\"");
    return new TicketId(Long.parseLong(text.substring(2)));
  }

  @Override
  public String toString() {
    return "T-" + number;
  }
}
