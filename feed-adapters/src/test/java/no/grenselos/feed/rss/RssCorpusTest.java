package no.grenselos.feed.rss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

@Tag("corpus")
class RssCorpusTest {
  private static final Set<String> WORDS =
      Set.of("title", "description", "summary", "content", "encoded");

  @Test
  void everyFileIsReadOrIsNoFeed() {
    List<String> noFeed = new ArrayList<>();
    int posts = 0;
    for (Path file : Corpus.files("rss_atom")) {
      switch (new RssFeedProvider().replay(Corpus.bytes(file))) {
        case Fetch.Page page -> {
          assertThat(page.events().size() + page.skipped().size()).as(file.toString()).isPositive();
          posts += page.events().size();
        }
        case Fetch.Failed failed -> noFeed.add(file.getFileName().toString());
        case Fetch.Wait wait -> throw new AssertionError(file);
        case Fetch.Refused refused -> throw new AssertionError(file);
      }
    }

    assertThat(noFeed).containsExactly("rss_empty_document.xml", "logback-test.xml");
    assertThat(posts).isGreaterThanOrEqualTo(150);
  }

  @Test
  void wellFormedEntriesWithWordsAreRead() throws Exception {
    int written = 0;
    int read = 0;
    for (Path file : Corpus.files("rss_atom")) {
      byte[] bytes = Corpus.bytes(file);
      int entries = wellFormed(bytes).map(RssCorpusTest::entriesWithWords).orElse(0);
      if (entries == 0) continue;
      written += entries;
      Fetch fetch = new RssFeedProvider().replay(bytes);
      if (fetch instanceof Fetch.Page page) read += Math.min(entries, page.events().size());
    }

    assertThat(written).isGreaterThanOrEqualTo(144);
    assertThat((double) read / written).as(read + " of " + written).isGreaterThanOrEqualTo(0.99);
  }

  private static int entriesWithWords(Document document) {
    NodeList all = document.getElementsByTagNameNS("*", "*");
    int count = 0;
    for (int i = 0; i < all.getLength(); i++) {
      String name = all.item(i).getLocalName();
      if ((name.equals("item") || name.equals("entry")) && hasWords(all.item(i))) count++;
    }
    return count;
  }

  private static boolean hasWords(Node entry) {
    for (Node child = entry.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getLocalName() != null
          && WORDS.contains(child.getLocalName())
          && !child.getTextContent().isBlank()) return true;
    }
    return false;
  }

  private static Optional<Document> wellFormed(byte[] bytes)
      throws ParserConfigurationException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    builder.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
    try {
      return Optional.of(builder.parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException | IOException e) {
      return Optional.empty();
    }
  }
}
