package no.grenselos.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Level;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** What somebody says about whether, when and how they want to be asked. */
public sealed interface InviteAction extends ChatAction {
  /** An admin thinks that somebody knows these. */
  record Propose(ChatUser person, Set<TopicId> topics) implements InviteAction {
    public Propose {
      topics = Set.copyOf(topics);
    }
  }

  /**
   * "Yes, ask me."
   *
   * @param languages empty for any
   * @param week how many a week at most
   */
  record SayYes(
      Set<TopicId> topics, Set<String> languages, Choices.Times times, int week, Level level)
      implements InviteAction {
    public SayYes {
      topics = Set.copyOf(topics);
      languages = Set.copyOf(languages);
    }
  }

  /** "No thanks", to all that is proposed. */
  record SayNo() implements InviteAction {}

  /** May also be asked about the topic that this is done on. */
  record AddTopic() implements InviteAction {}

  /** Not about the topic that this is done on. */
  record RefuseTopic() implements InviteAction {}

  /** No more about the topic that this is done on. */
  record StopTopic() implements InviteAction {}

  /** About the muted topic that this is done on again. */
  record UnmuteTopic() implements InviteAction {}

  record ChooseTopics(Set<TopicId> topics) implements InviteAction {
    public ChooseTopics {
      topics = Set.copyOf(topics);
    }
  }

  /**
   * @param languages empty for any
   */
  record ChooseLanguages(Set<String> languages) implements InviteAction {
    public ChooseLanguages {
      languages = Set.copyOf(languages);
    }
  }

  /**
   * @param zone null for where the chat house says they are
   */
  record ChooseHours(Choices.Times times, @Nullable ZoneId zone) implements InviteAction {}

  record ChooseCap(Cap cap) implements InviteAction {}

  record ChooseLevel(Level level) implements InviteAction {}

  /** What the bot is to speak with them. */
  record ChooseSpeech(Locale speaks) implements InviteAction {}

  /**
   * @param day null for no digest
   */
  record ChooseDigest(@Nullable DayOfWeek day) implements InviteAction {}

  /** Wants to be left alone for a while. */
  record Rest(Span span) implements InviteAction {
    /** How long, in their own calendar. */
    public enum Span {
      TODAY,
      THIS_WEEK,
      /** No longer. */
      OVER
    }
  }

  /** Wants to be left alone until then. */
  record RestUntil(Instant until) implements InviteAction {}
}
