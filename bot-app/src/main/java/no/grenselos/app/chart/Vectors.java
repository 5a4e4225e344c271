package no.grenselos.app.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.grenselos.chart.ChartPainter;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One SVG picture while it is drawn. Letters stay letters, escaped as XML asks. */
final class Vectors {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final String title;
  private final SVGGraphics2D graphics;

  Vectors(String title) {
    this.title = title;
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("");
    context.setPrecision(2);
    graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(ChartPainter.WIDTH, ChartPainter.HEIGHT));
  }

  private static Document document() {
    try {
      DOMImplementation dom =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
      return dom.createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser cannot be made", e);
    }
  }

  Graphics2D graphics() {
    return graphics;
  }

  String text() {
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 " + ChartPainter.WIDTH + " " + ChartPainter.HEIGHT);
    root.setAttribute("role", "img");
    Element name = root.getOwnerDocument().createElementNS(SVG, "title");
    name.setTextContent(title);
    root.insertBefore(name, root.getFirstChild());
    try (StringWriter text = new StringWriter()) {
      graphics.stream(root, text, true, false);
      String written = text.toString();
      // without a document type, for which some readers would go and look
      return written.substring(written.indexOf("<svg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
