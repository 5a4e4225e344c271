package no.grenselos.store;

import no.grenselos.chat.ChatEvent;
import no.grenselos.mention.MentionEvent;

/** All that is kept, as seen within one transaction. Not to be used after it. */
public interface Books {
  Inbox<MentionEvent> mentionInbox();

  Inbox<ChatEvent> chatInbox();

  Outbox outbox();

  Cursors cursors();

  FeedStates feedStates();

  LogPositions logPositions();

  MentionLog mentions();

  EarlyPosts earlyPosts();

  Tickets tickets();

  TicketSearch search();

  Offers offers();

  Placements placements();

  Answers answers();

  Directory directory();

  RuleBooks ruleBooks();

  AuditLog audit();

  Lessons lessons();

  Timers timers();

  CareBook care();

  CareQueue careQueue();

  Facts facts();

  Memory memory();

  Proposals proposals();

  Drafts drafts();

  Storms storms();

  Pauses pauses();

  Thanks thanks();

  Digests digests();

  Closures closures();

  HouseNotes houseNotes();

  Inquiries inquiries();

  Profiles profiles();

  Statistics statistics();

  Effects effects();

  Considered considered();

  RuleDrafts ruleDrafts();

  Calendars calendars();

  Erasures erasures();
}
