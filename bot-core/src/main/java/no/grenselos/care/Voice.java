package no.grenselos.care;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.expert.Handle;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Speaks to one person, in direct messages, in their language and the house's time. */
record Voice(Work work, Handle to, Phrases phrases) {
  static Voice to(Work work, Handle who) {
    Locale locale = work.localeOf(new Place.Direct(who));
    return new Voice(work, who, Phrases.of("care", locale));
  }

  String say(String phrase, Object... values) {
    return phrases.say(phrase, values);
  }

  /** Says it once per cause. */
  void whisper(String cause, String text) {
    work.whisper(cause + ":" + to, new ChatUser(to, ""), null, text);
  }

  /** Who wrote it and where: {@code Kari (T-81, https://...)}. */
  String post(Ticket ticket) {
    MentionLog.Logged logged = work.books().mentions().find(ticket.mention()).orElseThrow();
    String author = logged.mention().author().shownName();
    return "%s (%s, %s)"
        .formatted(
            author.isBlank() ? phrases.say("post.unknown-author") : Lines.cut(author, 40),
            ticket.id(),
            logged.mention().link());
  }

  /** {@code 10:50} today, {@code Mon 10:50} else. */
  String time(@Nullable Instant moment) {
    if (moment == null) return "";
    ZoneId zone = work.book().house().zone();
    boolean today = moment.atZone(zone).toLocalDate().equals(work.now().atZone(zone).toLocalDate());
    return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEE d.M. HH:mm", phrases.locale())
        .format(moment.atZone(zone));
  }
}
