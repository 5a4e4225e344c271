package no.grenselos.store.jdbc;

import no.grenselos.chat.ChatEvent;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Answers;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Calendars;
import no.grenselos.store.CareBook;
import no.grenselos.store.CareQueue;
import no.grenselos.store.Closures;
import no.grenselos.store.Considered;
import no.grenselos.store.Cursors;
import no.grenselos.store.Digests;
import no.grenselos.store.Directory;
import no.grenselos.store.Drafts;
import no.grenselos.store.EarlyPosts;
import no.grenselos.store.Effects;
import no.grenselos.store.Erasures;
import no.grenselos.store.Facts;
import no.grenselos.store.FeedStates;
import no.grenselos.store.HouseNotes;
import no.grenselos.store.Inbox;
import no.grenselos.store.Inquiries;
import no.grenselos.store.Lessons;
import no.grenselos.store.LogPositions;
import no.grenselos.store.Memory;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Offers;
import no.grenselos.store.Outbox;
import no.grenselos.store.Pauses;
import no.grenselos.store.Placements;
import no.grenselos.store.Profiles;
import no.grenselos.store.Proposals;
import no.grenselos.store.RuleBooks;
import no.grenselos.store.RuleDrafts;
import no.grenselos.store.Statistics;
import no.grenselos.store.Storms;
import no.grenselos.store.Thanks;
import no.grenselos.store.TicketSearch;
import no.grenselos.store.Tickets;
import no.grenselos.store.Timers;
import org.jdbi.v3.core.Handle;

record JdbcBooks(Handle handle, Dialect dialect) implements Books {
  @Override
  public Inbox<MentionEvent> mentionInbox() {
    return new JdbcInbox<>(queue("mention"), MentionEvent.class);
  }

  @Override
  public Inbox<ChatEvent> chatInbox() {
    return new JdbcInbox<>(queue("chat"), ChatEvent.class);
  }

  @Override
  public Outbox outbox() {
    return new JdbcOutbox(queue("outbox"));
  }

  @Override
  public Cursors cursors() {
    return new JdbcCursors(handle);
  }

  @Override
  public FeedStates feedStates() {
    return new JdbcFeedStates(handle);
  }

  @Override
  public LogPositions logPositions() {
    return new JdbcLogPositions(handle);
  }

  @Override
  public MentionLog mentions() {
    return new JdbcMentionLog(handle);
  }

  @Override
  public EarlyPosts earlyPosts() {
    return new JdbcEarlyPosts(handle, dialect);
  }

  @Override
  public Tickets tickets() {
    return new JdbcTickets(handle);
  }

  @Override
  public TicketSearch search() {
    return new JdbcTicketSearch(handle, dialect);
  }

  @Override
  public Offers offers() {
    return new JdbcOffers(handle, facts());
  }

  @Override
  public Placements placements() {
    return new JdbcPlacements(handle);
  }

  @Override
  public Answers answers() {
    return new JdbcAnswers(handle);
  }

  @Override
  public Directory directory() {
    return new JdbcDirectory(handle);
  }

  @Override
  public RuleBooks ruleBooks() {
    return new JdbcRuleBooks(handle);
  }

  @Override
  public AuditLog audit() {
    return new JdbcAuditLog(handle);
  }

  @Override
  public Lessons lessons() {
    return new JdbcLessons(handle, dialect);
  }

  @Override
  public CareBook care() {
    return new JdbcCareBook(handle, dialect);
  }

  @Override
  public CareQueue careQueue() {
    return new JdbcCareQueue(handle);
  }

  @Override
  public Facts facts() {
    return new JdbcFacts(handle, dialect);
  }

  @Override
  public Memory memory() {
    return new JdbcMemory(handle);
  }

  @Override
  public Proposals proposals() {
    return new JdbcProposals(handle);
  }

  @Override
  public Drafts drafts() {
    return new JdbcDrafts(handle);
  }

  private JdbcQueue queue(String name) {
    return new JdbcQueue(handle, dialect, name);
  }

  @Override
  public Closures closures() {
    return new JdbcClosures(handle);
  }

  @Override
  public Calendars calendars() {
    return new JdbcCalendars(handle);
  }

  @Override
  public HouseNotes houseNotes() {
    return new JdbcHouseNotes(handle);
  }

  @Override
  public Inquiries inquiries() {
    return new JdbcInquiries(handle);
  }

  @Override
  public Profiles profiles() {
    return new JdbcProfiles(handle);
  }

  @Override
  public Timers timers() {
    return new JdbcTimers(handle);
  }

  @Override
  public Storms storms() {
    return new JdbcStorms(handle);
  }

  @Override
  public Pauses pauses() {
    return new JdbcPauses(handle);
  }

  @Override
  public Thanks thanks() {
    return new JdbcThanks(handle);
  }

  @Override
  public Digests digests() {
    return new JdbcDigests(handle);
  }

  @Override
  public Statistics statistics() {
    return new JdbcStatistics(handle);
  }

  @Override
  public Effects effects() {
    return new JdbcEffects(handle);
  }

  @Override
  public Erasures erasures() {
    return new JdbcErasures(handle, dialect);
  }

  @Override
  public Considered considered() {
    return new JdbcConsidered(handle);
  }

  @Override
  public RuleDrafts ruleDrafts() {
    return new JdbcRuleDrafts(handle);
  }
}
