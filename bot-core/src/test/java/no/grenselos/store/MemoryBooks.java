package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.ChatEvent;
import no.grenselos.expert.ExpertId;
import no.grenselos.feed.Cursor;
import no.grenselos.mention.MentionEvent;
import no.grenselos.reading.TopicId;

/** One transaction's view of a {@link MemoryState}. */
record MemoryBooks(MemoryState state) implements Books {
  @Override
  public Inbox<MentionEvent> mentionInbox() {
    return new MemoryInbox<>(new MemoryQueue(state, "mention"), MentionEvent.class);
  }

  @Override
  public Inbox<ChatEvent> chatInbox() {
    return new MemoryInbox<>(new MemoryQueue(state, "chat"), ChatEvent.class);
  }

  @Override
  public Outbox outbox() {
    return new MemoryOutbox(new MemoryQueue(state, "outbox"));
  }

  @Override
  public Cursors cursors() {
    return new Cursors() {
      @Override
      public Cursor of(String feed) {
        return state.cursors().getOrDefault(feed, Cursor.START);
      }

      @Override
      public boolean move(String feed, Cursor before, Cursor after) {
        if (!of(feed).equals(before)) return false;
        state.cursors().put(feed, after);
        return true;
      }
    };
  }

  @Override
  public FeedStates feedStates() {
    return new MemoryFeedStates(state.table("feed_state"), state.table("feed_call"));
  }

  @Override
  public LogPositions logPositions() {
    return new MemoryLogPositions(state.table("log_position"));
  }

  @Override
  public MentionLog mentions() {
    return new MemoryMentionLog(state);
  }

  @Override
  public Tickets tickets() {
    return new MemoryTickets(state);
  }

  @Override
  public TicketSearch search() {
    return new MemoryTicketSearch(state);
  }

  @Override
  public Offers offers() {
    return new MemoryOffers(state);
  }

  @Override
  public Placements placements() {
    return new MemoryPlacements(state);
  }

  @Override
  public Answers answers() {
    return new MemoryAnswers(state);
  }

  @Override
  public Directory directory() {
    return new Directory() {
      @Override
      public void mute(ExpertId expert, TopicId topic, Instant at) {
        state.mutes().putIfAbsent(new MemoryState.Mute(expert, topic), at);
      }

      @Override
      public void unmute(ExpertId expert, TopicId topic) {
        state.mutes().remove(new MemoryState.Mute(expert, topic));
      }

      @Override
      public Set<TopicId> muted(ExpertId expert) {
        return state.mutes().keySet().stream()
            .filter(mute -> mute.expert().equals(expert))
            .map(MemoryState.Mute::topic)
            .collect(Collectors.toUnmodifiableSet());
      }

      @Override
      public Set<ExpertId> mutedBy(TopicId topic) {
        return state.mutes().keySet().stream()
            .filter(mute -> mute.topic().equals(topic))
            .map(MemoryState.Mute::expert)
            .collect(Collectors.toUnmodifiableSet());
      }
    };
  }

  @Override
  public RuleBooks ruleBooks() {
    return new RuleBooks() {
      @Override
      public Optional<Source> latest() {
        return state.ruleBooks().isEmpty()
            ? Optional.empty()
            : Optional.of(state.ruleBooks().getLast());
      }

      @Override
      public int newest() {
        return state.ruleBooks().size();
      }

      @Override
      public Optional<Source> find(int revision) {
        return state.ruleBooks().stream().filter(one -> one.revision() == revision).findFirst();
      }

      @Override
      public List<Source> before(int revision, int most) {
        return state.ruleBooks().reversed().stream()
            .filter(one -> one.revision() < revision)
            .limit(most)
            .toList();
      }

      @Override
      public boolean add(Source source) {
        if (source.revision() != state.ruleBooks().size() + 1) return false;
        return state.ruleBooks().add(source);
      }
    };
  }

  @Override
  public AuditLog audit() {
    return new MemoryAuditLog(state);
  }

  @Override
  public Lessons lessons() {
    return new MemoryLessons(state);
  }

  @Override
  public Closures closures() {
    return new MemoryClosures(state.table("closure"));
  }

  @Override
  public HouseNotes houseNotes() {
    return new MemoryHouseNotes(state.table("house_note"));
  }

  @Override
  public Inquiries inquiries() {
    return new MemoryInquiries(state, state.table("inquiry"));
  }

  @Override
  public Profiles profiles() {
    return new MemoryProfiles(state.table("profile"), state.table("profile_count"));
  }

  @Override
  public Calendars calendars() {
    return new MemoryCalendars(state.table("calendar"), state.table("calendar_due"));
  }

  @Override
  public Timers timers() {
    return new MemoryTimers(state.table("timer"));
  }

  @Override
  public CareBook care() {
    return new MemoryCareBook(state);
  }

  @Override
  public CareQueue careQueue() {
    return new MemoryCareQueue(state);
  }

  @Override
  public Facts facts() {
    return new MemoryFacts(state);
  }

  @Override
  public Memory memory() {
    return new MemoryMemory(state.table("kept"), state.table("kept-cause"));
  }

  @Override
  public Storms storms() {
    return new MemoryStorms(state);
  }

  @Override
  public Pauses pauses() {
    return new MemoryPauses(state);
  }

  @Override
  public EarlyPosts earlyPosts() {
    return new MemoryEarlyPosts(state.table("early_post"));
  }

  @Override
  public Thanks thanks() {
    return new MemoryThanks(state);
  }

  @Override
  public Digests digests() {
    return new MemoryDigests(state);
  }

  @Override
  public Proposals proposals() {
    return new MemoryProposals(state.table("proposal"));
  }

  @Override
  public Drafts drafts() {
    return new MemoryDrafts(state.table("draft"));
  }

  @Override
  public Statistics statistics() {
    return new MemoryStatistics(state);
  }

  @Override
  public Effects effects() {
    return new MemoryEffects(
        state.table("effect"), state.table("effect_asked"), state.table("answered"));
  }

  @Override
  public Erasures erasures() {
    return new MemoryErasures(state);
  }

  @Override
  public Considered considered() {
    return new MemoryConsidered(state.table("considered"));
  }

  @Override
  public RuleDrafts ruleDrafts() {
    return new MemoryRuleDrafts(state, state.table("rule_draft"));
  }
}
