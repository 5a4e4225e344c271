package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.Node;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes a list that is written with dashes and has entries. It is taken as pieces: the gap before
 * each entry, which stays in its place, and the entry with its comments, which moves. Comments
 * directly above an entry are its own; so are those below it that stand further in than its dash.
 */
final class BlockList {
  /** An entry's text: from its comments above to behind its last line. */
  private record Piece(int start, int end) {}

  private final Composed all;
  private final NodeTuple tuple;
  private final SequenceNode list;
  private final int dash;
  private final List<Piece> pieces = new ArrayList<>();

  BlockList(Composed all, NodeTuple tuple, SequenceNode list) {
    this.all = all;
    this.tuple = tuple;
    this.list = list;
    this.dash = all.column(list);
    int end = all.nextLine(all.colon(tuple));
    for (var item : list.getValue()) {
      int start = withComments(end, lineOfDash(end));
      end = withOwnBelow(all.lineAfter(item));
      pieces.add(new Piece(start, end));
    }
  }

  String with(int at, Node.Mapping entry) {
    List<String> gaps = gaps();
    List<String> texts = texts();
    int place = Math.min(at, texts.size());
    String usual = gaps.size() > 1 ? gaps.get(Math.clamp(place, 1, gaps.size() - 1)) : "";
    boolean emptyLinesOnly = usual.isBlank();
    gaps.add(place == 0 ? 1 : place, emptyLinesOnly ? usual : all.lineBreak());
    texts.add(place, written(entry));
    return joined(gaps, texts);
  }

  /** With further ones behind all others. */
  String with(List<Node.Mapping> entries) {
    List<String> gaps = gaps();
    List<String> texts = texts();
    String usual = gaps.size() > 1 ? gaps.getLast() : "";
    for (Node.Mapping entry : entries) {
      gaps.add(usual.isBlank() ? usual : all.lineBreak());
      texts.add(written(entry));
    }
    return joined(gaps, texts);
  }

  String moved(int from, int to) {
    List<String> texts = texts();
    texts.add(to, texts.remove(from));
    return joined(gaps(), texts);
  }

  String without(int at) {
    List<String> gaps = gaps();
    List<String> texts = texts();
    if (texts.size() == 1) {
      int colon = all.colon(tuple);
      Piece only = pieces.getFirst();
      return Span.changed(
          all.text(),
          List.of(new Span(colon, colon, " []"), new Span(only.start(), only.end(), "")));
    }
    int gap = at == 0 ? 1 : at;
    if (gaps.get(gap).isBlank()) {
      gaps.remove(gap);
      texts.remove(at);
    } else {
      // a comment that stands by itself was not written about this entry alone
      texts.set(at, "");
    }
    return joined(gaps, texts);
  }

  private String written(Node.Mapping entry) {
    boolean onOneLine =
        list.getValue().getFirst() instanceof CollectionNode<?> first && Composed.flow(first);
    String margin = " ".repeat(dash);
    String keys =
        onOneLine ? Quoted.of(entry) : EntryText.block(entry, all.lineBreak(), margin + "  ");
    return margin + "- " + keys + all.lineBreak();
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    pieces.forEach(piece -> texts.add(all.text().substring(piece.start(), piece.end())));
    return texts;
  }

  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    int end = all.nextLine(all.colon(tuple));
    for (Piece piece : pieces) {
      gaps.add(all.text().substring(end, piece.start()));
      end = piece.end();
    }
    return gaps;
  }

  private String joined(List<String> gaps, List<String> texts) {
    StringBuilder joined = new StringBuilder();
    joined.append(all.text(), 0, all.nextLine(all.colon(tuple)));
    for (int i = 0; i < texts.size(); i++) {
      if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '\n') {
        joined.append(all.lineBreak());
      }
      joined.append(gaps.get(i)).append(texts.get(i));
    }
    int end = pieces.getLast().end();
    boolean unfinished = end < all.text().length() && joined.charAt(joined.length() - 1) != '\n';
    if (unfinished) joined.append(all.lineBreak());
    return joined.append(all.text(), end, all.text().length()).toString();
  }

  /** The start of the first line from there on that says something. */
  private int lineOfDash(int from) {
    int line = from;
    while (comment(line) || blank(line)) line = all.nextLine(line);
    return line;
  }

  private int withComments(int from, int line) {
    int start = line;
    while (start > from && comment(all.lineStart(start - 1))) start = all.lineStart(start - 1);
    return start;
  }

  private int withOwnBelow(int end) {
    int own = end;
    while (comment(own) && margin(own) > dash) own = all.nextLine(own);
    return own;
  }

  private boolean comment(int line) {
    int sign = line + margin(line);
    return sign < all.text().length() && all.text().charAt(sign) == '#';
  }

  private boolean blank(int line) {
    return line < all.text().length() && all.text().substring(line, all.nextLine(line)).isBlank();
  }

  private int margin(int line) {
    int at = line;
    while (at < all.text().length() && all.text().charAt(at) == ' ') at++;
    return at - line;
  }
}
