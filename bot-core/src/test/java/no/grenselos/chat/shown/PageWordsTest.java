package no.grenselos.chat.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import no.grenselos.chat.AnyPng;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;
import no.grenselos.expert.Handle;
import org.junit.jupiter.api.Test;

class PageWordsTest {
  private static final URI LINK = URI.create("https://social.example/@per/1");

  @Test
  void pageIsItsFirstThreeBlocksWithWordsAndNeverAPost() {
    Span ben = new Span.Person(new ChatUser(new Handle("slack", "U0BEN"), "Ben"));
    Page page =
        new Page(
            List.of(
                new Page.Block.Heading("Yours"),
                new Page.Block.Divider(),
                new Page.Block.Show(new Part.Post("per", LINK, "a stranger's words")),
                new Page.Block.Show(new Part.Small(List.of(new Span.Moment(Instant.EPOCH)))),
                new Page.Block.Row(List.of(new Span.Strong("T-1 "), ben), List.of(), List.of()),
                new Page.Block.Show(new Part.Line(List.of(new Span.Link("the post", LINK)))),
                new Page.Block.Heading("left out")));

    assertThat(PageWords.of(page)).isEqualTo("Yours T-1 Ben the post");
  }

  @Test
  void pictureIsWhatItShowsInWords() {
    Part picture = new Part.Picture(AnyPng.of(8, 0), "41 posts");

    assertThat(PageWords.of(new Page(List.of(new Page.Block.Show(picture))))).isEqualTo("41 posts");
  }

  @Test
  void pageWithoutWordsHasOurName() {
    assertThat(PageWords.of(new Page(List.of()))).isEqualTo("Grenselos");
  }

  @Test
  void headingsAndRulesLeadOn() {
    assertThat(PageWords.leadsOn(new Page.Block.Heading("Yours"))).isTrue();
    assertThat(PageWords.leadsOn(new Page.Block.Divider())).isTrue();
    assertThat(PageWords.leadsOn(Page.of("line").blocks().getFirst())).isFalse();
  }
}
