package no.grenselos.flow;

import java.util.Set;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Place;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Level;
import no.grenselos.reading.TopicId;

/**
 * How things stand in the {@link Company} before somebody does something, and what it is done on.
 */
enum Scenes {
  NOTHING {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return new ChatEvent.On.Nothing();
    }
  },
  /** Ana is asked. */
  ASKED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return newest(line.post("1", "Bråker en varmepumpe?"), TimeLine.with("ana"));
    }
  },
  /** Ana is asked about something that Ben said something about before. */
  NOISE {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      line.post("1", "Får ikke sove, min varmepumpe brummer om natta");
      return newest(line, TimeLine.with("ana"));
    }
  },
  /** A complaint stands in the queue. */
  COMPLAINT {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return newest(line.post("1", "elendig service"), TimeLine.CARE);
    }
  },
  /** Ida has it. */
  TAKEN {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return after(COMPLAINT, line, new TicketAction.Claim());
    }
  },
  ANSWERED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return after(TAKEN, line, new TicketAction.Answered(null));
    }
  },
  CLOSED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return after(COMPLAINT, line, new TicketAction.NotWorthAnswering());
    }
  },
  /** Ida has the first of two complaints. */
  TWO {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      ChatEvent.On first = TAKEN.set(line, who);
      line.post("2", "elendig nettside");
      return first;
    }
  },
  /** Ana is asked for a fact. */
  FACT {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      after(TAKEN, line, new CareAction.AskFact(TimeLine.HEAT_PUMPS, "Tåler den frost?"));
      return newest(line, TimeLine.with("ana"));
    }
  },
  /** Ana's answer waits for a yes. */
  PROPOSED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      line.level("ana", Level.DRAFT).post("1", "Bråker en varmepumpe?");
      line.does("ana", new TicketAction.Claim()).does("ana", new ReplyAction.Reply("Lite."));
      return newest(line, TimeLine.FALLBACK);
    }
  },
  /** The text that Ben keeps. */
  KEPT {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return thing("kept", "K-1");
    }
  },
  /** Ida asked Ana something. */
  INQUIRY {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      ChatAction ask = new AskAction.AskExpert(new ExpertId("ana"), "Hva koster det?", "");
      act(line, "ida", new ChatEvent.On.Nothing(), ask);
      return newest(line, TimeLine.with("ana"));
    }
  },
  /** Four write about the same. */
  STORM {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      for (int i = 1; i <= 4; i++) {
        line.post("" + i, "varmepumpe nede, appen melder feil 404 i kveld nr" + i);
      }
      return thing("incident", "1");
    }
  },
  PAUSED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      line.says("adm", "storm pause heat-pumps 2h");
      return thing("pause", "1");
    }
  },
  /** The first rule, as it was at first. */
  RULE {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return thing("route", "1.0");
    }
  },
  SECOND_RULE {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return thing("route", "1.1");
    }
  },
  /** The first rule went; the rules were complete at the first revision. */
  EARLIER {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      act(line, "adm", thing("route", "1.0"), new RuleAction.RemoveRule(""));
      int newest = line.store.read(books -> books.ruleBooks().newest());
      return thing("revision", "1." + newest);
    }
  },
  /** The admin's own second change of a rule stands against the first. */
  OVERTAKEN {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      act(line, "adm", new ChatEvent.On.Nothing(), Deeds.write("intent:spam"));
      act(line, "adm", new ChatEvent.On.Nothing(), Deeds.write("intent:praise"));
      return newest(line, TimeLine.with("adm"));
    }
  },
  /** The admin has tried a change. */
  TRIED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      RuleAction change = (RuleAction) Deeds.write("intent:spam");
      act(line, "adm", new ChatEvent.On.Nothing(), new RuleAction.TryFirst(change));
      return newest(line, TimeLine.with("adm"));
    }
  },
  /** Somebody is proposed a topic. */
  PROPOSAL {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      ChatUser person = new ChatUser(TimeLine.handle(who), who);
      ChatAction propose = new InviteAction.Propose(person, Set.of(Company.OUTAGES));
      act(line, "adm", new ChatEvent.On.Nothing(), propose);
      return thing("topic", Company.OUTAGES.id());
    }
  },
  /** A topic of theirs, where they have one. */
  OWN_TOPIC {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      return thing("topic", ownTopic(who).id());
    }
  },
  /** A topic of theirs that they want to hear no more of. */
  MUTED {
    @Override
    ChatEvent.On set(TimeLine line, String who) {
      line.store.write(books -> {
        books.directory().mute(new ExpertId(who), ownTopic(who), line.now());
        return true;
      });
      return thing("topic", ownTopic(who).id());
    }
  };

  /** Whether each person has their own. */
  boolean isPersonal() {
    return this == PROPOSAL || this == OWN_TOPIC || this == MUTED;
  }

  /** Sets the scene for somebody; returns what it is done on. */
  abstract ChatEvent.On set(TimeLine line, String who);

  private static TopicId ownTopic(String who) {
    return who.equals("tor") ? TimeLine.BILLS : TimeLine.HEAT_PUMPS;
  }

  private static ChatEvent.On newest(TimeLine line, Place place) {
    return new ChatEvent.On.Card(line.cards(place).getLast().id());
  }

  private static ChatEvent.On thing(String kind, String id) {
    return new ChatEvent.On.About(new Subject.Thing(kind, id));
  }

  private static ChatEvent.On after(Scenes before, TimeLine line, ChatAction action) {
    ChatEvent.On on = before.set(line, "ida");
    act(line, "ida", on, action);
    return on;
  }

  private static void act(TimeLine line, String who, ChatEvent.On on, ChatAction action) {
    line.desk.happened(Deeds.event(line, "scene " + action, who, on, action));
    line.settle();
  }
}
