package no.grenselos.app.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reading;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.CareBook;
import no.grenselos.store.Facts;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.Store;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one author, in words a person can read: their posts as they came, what was
 * understood of them, what was done, and what colleagues wrote about it. Colleagues are not named:
 * what they do is theirs.
 *
 * @param posts how many of theirs are in it
 */
public record AuthorExport(String json, int posts) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  /** Reads it, each post in a transaction of its own. */
  public static AuthorExport of(
      Store store, RuleBook book, List<MentionId> posts, AuthorName author, Instant now) {
    ObjectNode all = MAPPER.createObjectNode();
    all.put("about", author.toString());
    all.put("written", now.toString());
    all.put("kept by", book.house().company());
    all.put("what this is", "Everything we keep of your public posts, and what we did with them.");
    ArrayNode list = all.putArray("your posts");
    for (MentionId post : posts) {
      store
          .<Optional<ObjectNode>>read(books -> Optional.ofNullable(post(books, book, post)))
          .ifPresent(list::add);
    }
    return new AuthorExport(text(all), list.size());
  }

  private static String text(ObjectNode all) {
    try {
      return PRETTY.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the export cannot be written as JSON", e);
    }
  }

  private static @Nullable ObjectNode post(Books books, RuleBook book, MentionId id) {
    List<Logged> revisions =
        books.mentions().revisions(id).stream().filter(one -> !one.erased()).toList();
    if (revisions.isEmpty()) return null;
    Logged newest = revisions.getFirst();
    ObjectNode post = MAPPER.createObjectNode();
    post.put("network", id.network().name());
    post.put("number on the network", id.id());
    post.put("address", newest.mention().link().toString());
    post.put("published", newest.mention().publishedAt().toString());
    post.put("came to us", revisions.getLast().receivedAt().toString());
    author(post.putObject("written by"), newest.mention());
    ArrayNode texts = post.putArray("text, newest first");
    revisions.forEach(one -> texts.add(one.mention().text()));
    understood(post.putObject("what a machine understood of it"), book, newest.reading());
    ArrayNode rules = post.putArray("our rules that decided about it");
    newest.decision().because().routes().forEach(rules::add);
    ticket(books, id).ifPresent(one -> work(post.putObject("what we did"), books, one));
    return post;
  }

  private static Optional<Ticket> ticket(Books books, MentionId id) {
    return books
        .tickets()
        .of(id)
        .or(() -> books.care().followed(id).flatMap(books.tickets()::find));
  }

  private static void author(ObjectNode node, Mention mention) {
    node.put("name", mention.author().name());
    node.put("handle", mention.author().handle());
    if (mention.author().link() != null) node.put("profile", mention.author().link().toString());
    node.put("followers when it came", mention.author().followers());
  }

  private static void understood(ObjectNode node, RuleBook book, Reading reading) {
    node.put("language", reading.language().code());
    node.put("kind", word(reading.intent()));
    node.put("urgency", word(reading.severity()));
    ArrayNode topics = node.putArray("topics");
    reading.topics().forEach(one -> topics.add(book.nameOf(one.topic(), Locale.ENGLISH)));
    if (reading.copyOf() != null) node.put("copy of", reading.copyOf().toString());
  }

  private static void work(ObjectNode node, Books books, Ticket ticket) {
    node.put("case", ticket.id().toString());
    node.put("opened", ticket.openedAt().toString());
    node.put("stands", standing(ticket.state()));
    ArrayNode answers = node.putArray("what our people answered, or meant to");
    for (Answer answer : books.answers().of(ticket.id())) {
      ObjectNode one = answers.addObject();
      one.put("written", answer.writtenAt().toString());
      one.put("text", answer.text());
      if (answer.link() != null) one.put("published at", answer.link().toString());
    }
    ArrayNode notes = node.putArray("what our people noted for each other");
    books.care().notes(ticket.id()).stream().map(CareBook.Note::text).forEach(notes::add);
    for (Facts.Fact fact : books.facts().of(ticket.id())) {
      notes.add("Asked: " + fact.question());
      if (fact.answer() != null) notes.add("Told: " + fact.answer().text());
    }
  }

  private static String standing(TicketState state) {
    return switch (state) {
      case TicketState.Open open -> "waits for somebody";
      case TicketState.Offered offered -> "somebody is asked";
      case TicketState.Claimed claimed -> "somebody has it";
      case TicketState.Proposed proposed -> "an answer waits for a yes";
      case TicketState.Drafted drafted -> "an answer is on its way";
      case TicketState.Answered answered -> "answered " + answered.at();
      case TicketState.Closed closed -> "closed " + closed.at() + ": " + reason(closed.reason());
    };
  }

  private static String reason(CloseReason reason) {
    return switch (reason) {
      case NOT_WORTH_ANSWERING -> "no answer was needed";
      case TOO_OLD -> "it waited too long";
      case DELETED_OUTSIDE -> "the post is gone";
      case MERGED -> "another case goes on for it";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
