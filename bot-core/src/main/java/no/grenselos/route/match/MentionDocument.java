package no.grenselos.route.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Word;
import no.grenselos.reading.WordStream;
import no.grenselos.reading.Words;
import no.grenselos.route.query.QueryField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** One mention and its reading, as stored queries see them. */
final class MentionDocument {
  private final Mention mention;
  private final Reading reading;
  private final List<Word> words;

  MentionDocument(Mention mention, Reading reading) {
    this.mention = mention;
    this.reading = reading;
    this.words = Words.of(mention.text());
  }

  Mention mention() {
    return mention;
  }

  Reading reading() {
    return reading;
  }

  /** A new document each time, because Lucene reads its streams once. */
  Document document() {
    Document document = new Document();
    document.add(new TextField(QueryField.TEXT.word(), new WordStream(words, Word::plain)));
    if (mayBeNorwegian()) {
      document.add(new TextField(QueryField.NORWEGIAN, new WordStream(words, Word::norwegian)));
    }
    if (mayBeEnglish()) {
      document.add(new TextField(QueryField.ENGLISH, new WordStream(words, Word::english)));
    }
    values()
        .forEach((field, values) ->
            values.forEach(
                value -> document.add(new StringField(field.word(), value, Field.Store.NO))));
    document.add(new IntPoint(QueryField.FOLLOWERS.word(), mention.author().followers()));
    return document;
  }

  /** What each field but the text holds. */
  Map<QueryField, List<String>> values() {
    Map<QueryField, List<String>> values = new TreeMap<>();
    values.put(QueryField.NETWORK, List.of(mention.network().name()));
    values.put(QueryField.LANG, languages());
    values.put(QueryField.AUTHOR, authors(mention.author()));
    values.put(QueryField.KIND, List.of(mention.kind().name().toLowerCase(Locale.ROOT)));
    values.put(QueryField.INTENT, List.of(reading.intent().word()));
    values.put(QueryField.SEVERITY, List.of(reading.severity().word()));
    values.put(
        QueryField.TOPIC, reading.topics().stream().map(score -> score.topic().id()).toList());
    return values;
  }

  private List<String> languages() {
    String code = reading.language().code().toLowerCase(Locale.ROOT);
    return reading.language().norwegian() && !code.equals("no")
        ? List.of(code, "no")
        : List.of(code);
  }

  private static List<String> authors(Author author) {
    String handle = QueryField.AUTHOR.indexed(author.handle());
    if (handle.isEmpty() || handle.length() > 500) return List.of();
    List<String> names = new ArrayList<>(List.of(handle));
    // a local name stands for the same name with its server too
    int server = handle.indexOf('@');
    if (server > 0) names.add(handle.substring(0, server));
    return names;
  }

  private boolean mayBeNorwegian() {
    return reading.language().norwegian() || !mayOnlyBe("en", "de");
  }

  private boolean mayBeEnglish() {
    return !reading.language().norwegian() && !mayOnlyBe("da", "sv", "de");
  }

  private boolean mayOnlyBe(String... codes) {
    return List.of(codes).contains(reading.language().code());
  }
}
