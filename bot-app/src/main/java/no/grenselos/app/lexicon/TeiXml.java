package no.grenselos.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The TEI files of FreeDict: {@code entry} with {@code orth}, {@code pos} and a {@code quote} in
 * each {@code cit} of a translation. Nothing the file points to is read: no DTD, no entities.
 */
final class TeiXml implements DictionaryReader {
  private static final Set<String> TRANSLATION = Set.of("trans", "translation");
  private static final Set<String> ENGLISH = Set.of("", "en", "eng", "en-GB", "en-US");

  @Override
  public void read(BufferedReader file, Harvest harvest) throws IOException {
    try {
      XMLStreamReader xml = hardened().createXMLStreamReader(file);
      Reading reading = new Reading(xml, harvest);
      while (xml.hasNext()) reading.step(xml.next());
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      // what came before is good; the rest of broken XML cannot be trusted
      harvest.skip(Math.max(line, 1), "not XML from here on");
    }
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("entities are not read");
    });
    return factory;
  }

  /** Where the reader stands. */
  private static final class Reading {
    private final XMLStreamReader xml;
    private final Harvest harvest;
    private final StringBuilder text = new StringBuilder();
    private final List<String> translations = new ArrayList<>();
    private String word = "";
    private String kind = "";
    private int line;
    private boolean translates;

    Reading(XMLStreamReader xml, Harvest harvest) {
      this.xml = xml;
      this.harvest = harvest;
    }

    void step(int event) {
      if (event == XMLStreamConstants.START_ELEMENT) start(xml.getLocalName());
      else if (event == XMLStreamConstants.END_ELEMENT) end(xml.getLocalName());
      else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      }
    }

    private void start(String element) {
      text.setLength(0);
      if (element.equals("entry")) {
        line = xml.getLocation().getLineNumber();
        word = "";
        kind = "";
        translations.clear();
      } else if (element.equals("cit")) {
        translates = TRANSLATION.contains(attribute("", "type")) && ENGLISH.contains(language());
      }
    }

    private void end(String element) {
      String said = text.toString().strip();
      if (element.equals("orth") && word.isEmpty()) word = said;
      if (element.equals("pos") && kind.isEmpty()) kind = said;
      if (element.equals("quote") && translates) {
        translations.add(said);
      }
      if (element.equals("cit")) translates = false;
      if (element.equals("entry")) harvest.take(line, word, kind, translations);
    }

    private String language() {
      return attribute(XMLConstants.XML_NS_URI, "lang");
    }

    private String attribute(String namespace, String name) {
      String value = xml.getAttributeValue(namespace.isEmpty() ? null : namespace, name);
      return value == null ? "" : value;
    }
  }
}
