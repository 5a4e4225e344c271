package no.grenselos.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.log.Parcel;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;

/** What is written can be read, by us and by the schema; what cannot be read has a reason. */
class EventJsonTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      String text = Files.readString(Path.of("../docs/kafka-mention.schema.json"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Parcel posted(String id) {
    Mention mention =
        new Mention(
            MentionId.parse("mastodon:" + id),
            "",
            "thread",
            URI.create("https://mastodon.example/@kari/" + id),
            new Author("kari", "Kari", null, 12),
            "Bråker varmepumpa? 👩‍🔬",
            MentionKind.POST,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            AT);
    return new Parcel("mastodon:thread", "net", AT, new MentionEvent.Posted(mention));
  }

  @Provide
  Arbitrary<Parcel> parcels() {
    return AnyParcel.arbitrary();
  }

  @Property(tries = 500)
  void everyEventComesBackAsItWas(@ForAll("parcels") Parcel parcel) {
    byte[] written = EventJson.of(parcel);

    assertThat(EventReader.read(written)).isEqualTo(new Opened.Event(parcel.event()));
    assertThat(written.length).isLessThan(EventJson.MOST);
  }

  @Property(tries = 200)
  void everyEventKeepsTheSchema(@ForAll("parcels") Parcel parcel) {
    String written = new String(EventJson.of(parcel), StandardCharsets.UTF_8);

    assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
  }

  @Property(tries = 1000)
  void whateverComesIsAnEventOrAReason(@ForAll byte[] bytes) {
    assertThat(EventReader.read(bytes)).isNotNull();
  }

  /** Jackson takes these for UTF-32 with its bytes in an order nobody writes. */
  @Example
  void bytesInNoKnownEncodingHaveAReason() {
    byte[] odd = {0, 0, (byte) 0xFF, (byte) 0xFE};

    assertThat(EventReader.read(odd))
        .isEqualTo(new Opened.Unreadable("is no JSON: CharConversionException"));
  }

  /** An event of which one value, anywhere, is something else or gone. */
  @Property(tries = 1000)
  void anEventWithOneThingWrongIsReadOrHasAReason(
      @ForAll("parcels") Parcel parcel, @ForAll int where, @ForAll("values") JsonNode value)
      throws IOException {
    ObjectNode root = (ObjectNode) EventJson.JSON.readTree(EventJson.of(parcel));
    List<Runnable> changes = new ArrayList<>();
    changes(root, value, changes);
    changes.get(Math.floorMod(where, changes.size())).run();

    Opened opened = EventReader.read(root.toString().getBytes(StandardCharsets.UTF_8));

    if (opened instanceof Opened.Unreadable unreadable) {
      assertThat(unreadable.reason()).isNotBlank().doesNotContain("SECRET").hasSizeLessThan(200);
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Arbitraries.of(
        json.nullNode(),
        json.textNode(""),
        json.textNode("SECRET of a post"),
        json.textNode("SECRET".repeat(2_000)),
        json.numberNode(-1),
        json.numberNode(1e300),
        json.booleanNode(true),
        json.arrayNode().add(1),
        json.objectNode().put("SECRET", 1),
        json.missingNode());
  }

  private static void changes(ObjectNode object, JsonNode value, List<Runnable> changes) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      changes.add(() -> {
        if (value.isMissingNode()) object.remove(name);
        else object.set(name, value);
      });
      if (object.get(name) instanceof ObjectNode inner) changes(inner, value, changes);
    }
  }

  @Example
  void fieldsThatWeDoNotKnowAreLeftOut() throws IOException {
    ObjectNode root = (ObjectNode) EventJson.JSON.readTree(EventJson.of(posted("1")));
    root.put("later", 1).putObject("more").put("x", "y");
    ((ObjectNode) root.get("post")).putArray("media").add("picture");

    Opened opened = EventReader.read(root.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(opened).isEqualTo(new Opened.Event(posted("1").event()));
    assertThat(SCHEMA.validate(root.toString(), InputFormat.JSON)).isEmpty();
  }

  @Example
  void ordinaryWordsStandThereAsTheyAre() {
    String written = new String(EventJson.of(posted("1")), StandardCharsets.UTF_8);

    assertThat(written).contains("\"text\":\"Bråker varmepumpa? 👩‍🔬\"");
  }

  @Example
  void reasonsNameTheFieldAndTheRule() {
    assertThat(reason("{")).isEqualTo("is no JSON: JsonEOFException");
    assertThat(reason("[]")).isEqualTo("is no JSON object");
    assertThat(reason("")).isEqualTo("is no JSON object");
    assertThat(reason("{} {}")).isEqualTo("is no JSON: MismatchedInputException");
    assertThat(reason("{}")).isEqualTo("schema is missing");
    assertThat(reason("{\"schema\":2}")).isEqualTo("schema is 2, this version reads 1");
    assertThat(reason("{\"schema\":1,\"id\":\"x\"}")).isEqualTo("id must be network:id");
    assertThat(reason("{\"schema\":1,\"id\":\"x:1\",\"event\":\"seen\"}"))
        .isEqualTo("event is none of posted, edited, liked, deleted");
    assertThat(reason("{\"schema\":1,\"id\":\"x:1\",\"event\":\"posted\",\"post\":{\"text\":7}}"))
        .isEqualTo("post.text must be a text");
    assertThat(EventReader.read(null)).isEqualTo(new Opened.Unreadable("has no value"));
    assertThat(EventReader.read(new byte[EventJson.MOST + 1]))
        .isEqualTo(new Opened.Unreadable("is too big: 250001 bytes, at most 250000 are read"));
  }

  private static String reason(String message) {
    Opened opened = EventReader.read(message.getBytes(StandardCharsets.UTF_8));
    return opened instanceof Opened.Unreadable unreadable ? unreadable.reason() : "can be read";
  }
}
