package no.grenselos.chat.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatMemory;
import no.grenselos.chat.Part;
import no.grenselos.chat.Png;
import no.grenselos.chat.shown.ShownText;

/**
 * Gives pictures to Slack as files that nobody sees before a message shows them. What a picture's
 * bytes became is kept for a month, on all nodes: the same picture is not given twice, however
 * often its card is sent. Safe for many threads.
 */
final class SlackFiles {
  private static final String KEY = "picture:";
  private static final Duration KEPT = Duration.ofDays(30);

  /** docs.slack.dev, files.getUploadURLExternal: {@code alt_text_too_long}. */
  private static final int DESCRIPTION = 1000;

  private static final int TITLE = 100;

  private final SlackCalls calls;
  private final SlackUploads uploads;
  private final ChatMemory memory;
  private final Clock clock;

  SlackFiles(SlackCalls calls, SlackUploads uploads, ChatMemory memory, Clock clock) {
    this.calls = calls;
    this.uploads = uploads;
    this.memory = memory;
    this.clock = clock;
  }

  /** Slack's id of a file, and since when Slack has it. */
  private record Given(String id, Instant at) {
    static Optional<Given> parse(String note) {
      int space = note.indexOf(' ');
      try {
        return space < 1
            ? Optional.empty()
            : Optional.of(
                new Given(note.substring(0, space), Instant.parse(note.substring(space + 1))));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return id + " " + at;
    }
  }

  /** The id of the picture's file, which is given to Slack where it was not before. */
  SlackReply<String> id(Part.Picture picture) {
    Optional<Given> given = given(picture.png());
    return given.isPresent() ? new SlackReply.Yes<>(given.get().id()) : give(picture);
  }

  /** Slack has had it so long that it would show it, if it still had it: it is given anew. */
  void forgetIfOlder(Png png, Duration age) {
    given(png)
        .filter(given -> given.at().plus(age).isBefore(clock.instant()))
        .ifPresent(given -> memory.forget(key(png)));
  }

  private Optional<Given> given(Png png) {
    return memory.recall(key(png)).flatMap(Given::parse);
  }

  private static String key(Png png) {
    return KEY + png.key();
  }

  private SlackReply<String> give(Part.Picture picture) {
    SlackReply<FilesGetUploadURLExternalResponse> asked = promised(picture);
    if (!(asked instanceof SlackReply.Yes<FilesGetUploadURLExternalResponse> promised)) {
      return SlackReplies.map(asked, answer -> "");
    }
    String id = promised.answer().getFileId();
    SlackReply<Boolean> sent =
        uploads.send(promised.answer().getUploadUrl(), picture.png().bytes());
    if (!(sent instanceof SlackReply.Yes<Boolean>)) return SlackReplies.map(sent, yes -> "");
    return SlackReplies.map(
        completed(id, picture),
        answer -> {
          Instant now = clock.instant();
          memory.keep(key(picture.png()), new Given(id, now).toString(), now.plus(KEPT));
          return id;
        });
  }

  private SlackReply<FilesGetUploadURLExternalResponse> promised(Part.Picture picture) {
    Png png = picture.png();
    return calls.call(
        "files.getUploadURLExternal",
        methods ->
            methods.filesGetUploadURLExternal(r ->
                r.filename("grenselos-" + png.key().substring(0, 12) + ".png")
                    .length(png.size())
                    .altTxt(ShownText.line(picture.alternative(), DESCRIPTION - 1))));
  }

  /** Names no channel, as Slack would post the file there as a message of its own. */
  private SlackReply<FilesCompleteUploadExternalResponse> completed(
      String id, Part.Picture picture) {
    FileDetails file =
        FileDetails.builder().id(id).title(ShownText.line(picture.alternative(), TITLE)).build();
    return calls.call(
        "files.completeUploadExternal",
        methods -> methods.filesCompleteUploadExternal(r -> r.files(List.of(file))));
  }
}
