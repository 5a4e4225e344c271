package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Changes a list that is written in brackets and has entries. */
final class FlowList {
  private FlowList() {}

  static String with(Composed all, SequenceNode list, int at, Node.Mapping entry) {
    var items = list.getValue();
    String written = Quoted.of(entry);
    Span span;
    if (at < items.size()) {
      int before = all.start(items.get(at));
      span = new Span(before, before, written + ", ");
    } else {
      int after = all.end(items.getLast());
      span = new Span(after, after, ", " + written);
    }
    return Span.changed(all.text(), List.of(span));
  }

  static String moved(Composed all, SequenceNode list, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (var item : list.getValue()) {
      texts.add(all.text().substring(all.start(item), all.end(item)));
    }
    texts.add(to, texts.remove(from));
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      var item = list.getValue().get(i);
      spans.add(new Span(all.start(item), all.end(item), texts.get(i)));
    }
    return Span.changed(all.text(), spans);
  }

  static String without(Composed all, SequenceNode list, int at) {
    var items = list.getValue();
    Span span;
    if (items.size() == 1) span = new Span(all.start(list), all.end(list), "[]");
    else if (at == 0) span = new Span(all.start(items.get(0)), all.start(items.get(1)), "");
    else span = new Span(all.end(items.get(at - 1)), all.end(items.get(at)), "");
    return Span.changed(all.text(), List.of(span));
  }
}
