package no.grenselos.store;

import java.util.Optional;
import java.util.SortedMap;

/**
 * @param rows by number
 */
record MemoryInquiries(MemoryState state, SortedMap<Long, Inquiries.Inquiry> rows)
    implements Inquiries {
  @Override
  public Inquiry ask(Draft draft) {
    Inquiry inquiry = new Inquiry(state.next("inquiry"), draft, null);
    rows.put(inquiry.number(), inquiry);
    return inquiry;
  }

  @Override
  public Optional<Inquiry> find(long number) {
    return Optional.ofNullable(rows.get(number));
  }

  @Override
  public boolean end(long number, Reply reply) {
    Inquiry before = rows.get(number);
    if (before == null || before.reply() != null) return false;
    rows.put(number, new Inquiry(number, before.draft(), reply));
    return true;
  }
}
