package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;

/** Customer service's tables of a {@link MemoryState}. */
record MemoryCare(MemoryState state) {
  record Said(TicketId ticket, String what, Instant at) {}

  record Follow(MentionId post, TicketId ticket, Instant at) {}

  record Customer(String key, String conversation) {}

  record Asked(long fact, LocalDate day, Facts.Asked asked) {}

  SortedMap<Long, CareBook.Note> notes() {
    return state.table("care_note");
  }

  SortedMap<Long, TicketId> merges() {
    return state.table("care_merge");
  }

  /** By the post's id. */
  SortedMap<String, Follow> follows() {
    return state.table("care_follow");
  }

  SortedMap<String, Said> said() {
    return state.table("care_said");
  }

  /** Channels by ticket. */
  SortedMap<Long, String> queues() {
    return state.table("care_queue");
  }

  SortedMap<Long, Customer> customers() {
    return state.table("care_customer");
  }

  SortedMap<Long, Facts.Fact> facts() {
    return state.table("fact");
  }

  SortedMap<Long, Asked> asked() {
    return state.table("fact_asked");
  }
}
