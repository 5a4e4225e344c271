package no.grenselos.chat.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Part;
import no.grenselos.chat.Png;
import no.grenselos.chat.Span;
import no.grenselos.chat.shown.ShownLink;
import no.grenselos.chat.shown.ShownText;
import org.jspecify.annotations.Nullable;

/**
 * Draws the parts of a card as blocks. Text goes only into plain text and rich text runs, which
 * Slack shows as they are; mrkdwn is used for dates and links alone, never for words.
 */
final class SlackRuns {
  /** A post is shown this far; the rest is one press away. */
  static final int POST = 3000;

  private static final int LINE = 2000;
  private static final int AUTHOR = 200;
  private static final int LABEL = 150;

  /** Slack takes 2,000 of an image's description (docs.slack.dev, image block). */
  private static final int ALTERNATIVE = 1000;

  /** Elements of a context block (docs.slack.dev, context block). */
  private static final int CONTEXT_ELEMENTS = 10;

  /** A date as shown is shorter. */
  private static final String DATE_ROOM = "0".repeat(80);

  private static final String DATE = "{date_short_pretty} {time}";
  private static final DateTimeFormatter FALLBACK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Function<ChatUser, String> names;
  private final SlackBudget budget;
  private final Map<Png, String> files;

  /** Where pictures are shown in words. */
  SlackRuns(Function<ChatUser, String> names, SlackBudget budget) {
    this(names, budget, Map.of());
  }

  /**
   * @param files which show pictures; one without is shown in words
   */
  SlackRuns(Function<ChatUser, String> names, SlackBudget budget, Map<Png, String> files) {
    this.names = names;
    this.budget = budget;
    this.files = files;
  }

  LayoutBlock draw(Part part) {
    return switch (part) {
      case Part.Line line -> line(line.spans());
      case Part.Post post -> post(post);
      case Part.Picture picture -> picture(picture);
      case Part.Small small -> small(small.spans());
    };
  }

  private LayoutBlock picture(Part.Picture picture) {
    String file = files.get(picture.png());
    if (file == null) return small(List.of(new Span.Plain(picture.alternative())));
    String words = ShownText.line(picture.alternative(), budget.atMost(ALTERNATIVE));
    return ImageBlock.builder()
        .slackFile(SlackFileObject.builder().id(file).build())
        .altText(budget.spend(words))
        .build();
  }

  private LayoutBlock line(List<Span> spans) {
    List<RichTextElement> runs = new ArrayList<>();
    for (Span span : spans) run(span).ifPresent(runs::add);
    if (runs.isEmpty()) runs.add(text("–", false));
    return rich(List.of(RichTextSectionElement.builder().elements(runs).build()));
  }

  LayoutBlock post(Part.Post post) {
    List<RichTextElement> head = new ArrayList<>();
    head.add(text(ShownText.line(post.author(), budget.atMost(AUTHOR)), true));
    SlackLinks.safe(post.link())
        .ifPresent(link -> {
          head.add(text(" · ", false));
          head.add(link(link, link.host()));
        });
    String words = ShownText.paragraphs(post.text(), budget.atMost(POST));
    var quote = RichTextQuoteElement.builder().elements(List.of(text(words, false))).build();
    return rich(List.of(RichTextSectionElement.builder().elements(head).build(), quote));
  }

  private Optional<RichTextElement> run(Span span) {
    if (budget.isSpent()) return Optional.empty();
    return switch (span) {
      case Span.Plain plain -> stretch(plain.text(), false);
      case Span.Strong strong -> stretch(strong.text(), true);
      case Span.Person person -> stretch(names.apply(person.user()), true);
      case Span.Moment moment -> Optional.of(date(moment.at()));
      case Span.Link link ->
          SlackLinks.safe(link.to())
              .map(to -> link(to, to.label(link.text(), LABEL)))
              .or(() -> stretch(link.text(), false));
    };
  }

  private Optional<RichTextElement> stretch(String words, boolean bold) {
    String shown = ShownText.stretch(words, budget.atMost(LINE));
    return shown.isEmpty() ? Optional.empty() : Optional.of(text(shown, bold));
  }

  private RichTextElement text(String words, boolean bold) {
    var style = bold ? RichTextSectionElement.TextStyle.builder().bold(true).build() : null;
    return RichTextSectionElement.Text.builder().text(budget.spend(words)).style(style).build();
  }

  private RichTextElement link(ShownLink to, String label) {
    return RichTextSectionElement.Link.builder()
        .url(to.address())
        .text(budget.spend(label))
        .build();
  }

  private RichTextElement date(Instant at) {
    budget.spend(DATE_ROOM);
    return RichTextSectionElement.Date.builder()
        .timestamp(Math.clamp(at.getEpochSecond(), 0, Integer.MAX_VALUE))
        .format(DATE)
        .fallback(FALLBACK.format(at))
        .build();
  }

  /** Small print. Its words are plain text; dates and links need mrkdwn, and hold no words. */
  private LayoutBlock small(List<Span> spans) {
    List<ContextBlockElement> elements = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Span span : spans) {
      if (budget.isSpent()) break;
      var marked = elements.size() < CONTEXT_ELEMENTS - 2 ? marked(span) : null;
      if (marked == null) {
        words.append(plain(span));
      } else {
        addPlain(elements, words);
        elements.add(marked);
      }
    }
    addPlain(elements, words);
    if (elements.isEmpty()) elements.add(SlackCard.plain(budget.spend("–")));
    return ContextBlock.builder().elements(elements).build();
  }

  private void addPlain(List<ContextBlockElement> elements, StringBuilder words) {
    String shown = ShownText.stretch(words.toString(), budget.atMost(LINE)).strip();
    words.setLength(0);
    if (!shown.isEmpty()) {
      elements.add(PlainTextObject.builder().text(budget.spend(shown)).emoji(false).build());
    }
  }

  private @Nullable MarkdownTextObject marked(Span span) {
    return switch (span) {
      case Span.Moment moment -> mrkdwn(dateMark(moment.at()));
      case Span.Link link ->
          SlackLinks.safe(link.to())
              .map(to -> SlackLinks.mark(link.text(), to))
              .filter(mark -> mark.length() <= budget.atMost(LINE))
              .map(this::mrkdwn)
              .orElse(null);
      case Span.Plain plain -> null;
      case Span.Strong strong -> null;
      case Span.Person person -> null;
    };
  }

  private String plain(Span span) {
    return switch (span) {
      case Span.Plain plain -> plain.text();
      case Span.Strong strong -> strong.text();
      case Span.Person person -> names.apply(person.user());
      case Span.Moment moment -> FALLBACK.format(moment.at());
      case Span.Link link -> link.text();
    };
  }

  private MarkdownTextObject mrkdwn(String mark) {
    return MarkdownTextObject.builder().text(budget.spend(mark)).verbatim(true).build();
  }

  private static String dateMark(Instant at) {
    return "<!date^" + at.getEpochSecond() + "^" + DATE + "|" + FALLBACK.format(at) + ">";
  }

  private static LayoutBlock rich(List<BlockElement> elements) {
    return RichTextBlock.builder().elements(elements).build();
  }
}
