package no.grenselos.chat.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in an open modal's inputs. Slack keeps what somebody typed when a view is updated,
 * and looks at a new first value only where the block has a new id (github.com/slackapi/bolt-js
 * issue 290). So an input whose words the core replaced gets a new id, {@code text~2}, and every
 * other keeps its own: nobody loses what they are typing.
 *
 * @param boxes by field id
 */
record SlackStanding(Map<String, Box> boxes) {
  /** A modal that is not open yet. */
  static final SlackStanding NOTHING = new SlackStanding(Map.of());

  private static final Pattern AGAIN = Pattern.compile("(.+)~(\\d{1,6})");

  SlackStanding {
    boxes = Map.copyOf(boxes);
  }

  /**
   * One input.
   *
   * @param drawn what stood there at first
   * @param typed what stands there now
   */
  record Box(String blockId, String drawn, String typed) {
    private boolean shows(String wanted) {
      // the core strips what it is told, and must not take a space away from under the cursor
      return wanted.strip().equals(typed.strip()) || wanted.strip().equals(drawn.strip());
    }
  }

  static SlackStanding in(View view) {
    Map<String, String> typed = SlackFilled.all(view.getState());
    Map<String, Box> boxes = new HashMap<>();
    for (LayoutBlock block : view.getBlocks()) {
      if (!(block instanceof InputBlock input)) continue;
      String field = fieldOf(input.getBlockId());
      String drawn = SlackInitial.drawn(input.getElement());
      boxes.put(field, new Box(input.getBlockId(), drawn, typed.getOrDefault(field, "")));
    }
    return new SlackStanding(boxes);
  }

  /** The id of the block in which the field is drawn now. */
  String blockId(String field, String wanted) {
    Box box = boxes.get(field);
    if (box == null) return field;
    return box.shows(wanted) ? box.blockId() : next(field, box.blockId());
  }

  private static String next(String field, String blockId) {
    Matcher again = AGAIN.matcher(blockId);
    int before = again.matches() ? Integer.parseInt(again.group(2)) : 1;
    return field + "~" + (before + 1);
  }

  /** The field that is drawn in the block. */
  static String fieldOf(String blockId) {
    Matcher again = AGAIN.matcher(blockId);
    return again.matches() ? again.group(1) : blockId;
  }
}
