package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.Page;
import no.grenselos.web.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say to the bot: alone with it, or by its name in a channel or group. The answer comes
 * where only they see it; what the words ask for is kept before Teams is answered.
 */
final class TeamsTalk implements TeamsEar {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsTalk.class);

  /** Words that bring somebody's home to the end of their chat. */
  private static final Set<String> HOME = Set.of("home", "hjem", "heim");

  private static final int LONGEST = 2000;

  private final ChatContext context;
  private final TeamsConnector connector;
  private final TeamsHouse house;
  private final HouseWork work;
  private final TeamsSorry sorry;

  TeamsTalk(
      ChatContext context,
      TeamsConnector connector,
      TeamsHouse house,
      HouseWork work,
      TeamsSorry sorry) {
    this.context = context;
    this.connector = connector;
    this.house = house;
    this.work = work;
    this.sorry = sorry;
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    boolean ours = call.type().equals("message") && !call.value().isObject();
    return ours ? Optional.of(said(call, words(call))) : Optional.empty();
  }

  private HttpAnswer said(TeamsCall call, String words) {
    if (words.length() > LONGEST) {
      sorry.say(call, call.words().tooLong());
      return TeamsAnswers.heard();
    }
    if (HOME.contains(words.toLowerCase(Locale.ROOT))) {
      work.later("home of " + call.handle(), () -> home(call));
      return TeamsAnswers.heard();
    }
    HouseWork.Ended ended =
        work.attempt(
            "command",
            () -> {
              Page page = context.listener().said(call.id("said"), call.who(), words);
              work.later("answer to a command", () -> answer(call, page));
            },
            () -> sorry.say(call, call.words().sorry()));
    // what goes on tells by itself
    return ended == HouseWork.Ended.FAILED ? HttpAnswer.empty(503) : TeamsAnswers.heard();
  }

  /** What was said, without the bot's own name. */
  private static String words(TeamsCall call) {
    String text = TeamsCall.text(call.json(), "text");
    for (JsonNode entity : call.json().path("entities")) {
      boolean us = TeamsCall.text(entity.path("mentioned"), "id").equals(call.bot());
      String mention = TeamsCall.text(entity, "text");
      if (us && !mention.isEmpty()) text = text.replace(mention, " ");
    }
    return text.replace("&nbsp;", " ").replace('\u00A0', ' ').strip();
  }

  /** Shows somebody their home. */
  void home(TeamsCall call) {
    alone(
        call,
        (person, conversation) ->
            house
                .homes()
                .show(person, call.service(), conversation, context.listener().home(call.who())));
  }

  private void answer(TeamsCall call, Page page) {
    alone(
        call,
        (person, conversation) ->
            connector.send(
                call.service(), conversation, house.homes().drawn(person, conversation, page)));
    if (!call.isPersonal()) hint(call);
  }

  @FunctionalInterface
  private interface Sends {
    TeamsReply<String> in(String person, String conversation);
  }

  /** In the chat of the two, which is opened where there is none; once more when it is too soon. */
  private void alone(TeamsCall call, Sends sends) {
    TeamsReply<TeamsSpot> found =
        call.isPersonal()
            ? new TeamsReply.Yes<>(new TeamsSpot(call.service(), call.conversation()))
            : house.chatWith(call);
    if (!(found instanceof TeamsReply.Yes<TeamsSpot> chat)) {
      LOG.info("teams answer not delivered: {}", found);
      return;
    }
    String conversation = chat.answer().conversation();
    TeamsReply<String> sent = sends.in(call.person(), conversation);
    if (sent instanceof TeamsReply.TooFast<String> fast) {
      work.after(
          fast.time(),
          "answer, again",
          () -> LOG.debug("teams answer {}", sends.in(call.person(), conversation)));
    }
  }

  /** Whoever asked in front of others is told where the answer is. */
  private void hint(TeamsCall call) {
    Activity line =
        TeamsMail.message(TeamsCard.line(call.words().inOurChat()), call.words().inOurChat());
    LOG.debug("teams hint {}", connector.send(call.service(), call.thread(), line));
  }
}
