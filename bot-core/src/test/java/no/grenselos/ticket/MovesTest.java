package no.grenselos.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every move in every state. A new state or move that is missing here fails a test. */
class MovesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Colleague ANA = new Colleague("ana", "Ana");
  private static final Colleague BEN = new Colleague("ben", "Ben");
  private static final URI LINK = URI.create("https://social.example/1");

  /**
   * A cell is the new state with its owner, = for unchanged, or the refusal with the owner; - for
   * nobody. "..." repeats the cell before.
   */
  private static final String TABLE =
      """
      move        | open       | offered    | claimed-ana | claimed-ben | drafted-ana | drafted-ben | answered-ana | answered-ben | linked-ana | closed-ben | gone
      offer       | Offered -  | TAKEN -    | TAKEN ana   | TAKEN ben   | BEING_PUBLISHED ana | BEING_PUBLISHED ben | ANSWERED ana | ANSWERED ben | ANSWERED ana | CLOSED ben | CLOSED -
      prolong     | OFFER_OVER - | Offered - | OFFER_OVER - | ... | ... | ... | ... | ... | ... | ... | ...
      prolong-old | OFFER_OVER - | ... | ... | ... | ... | ... | ... | ... | ... | ... | ...
      end         | OFFER_OVER - | Open -   | OFFER_OVER - | ... | ... | ... | ... | ... | ... | ... | ...
      end-old     | OFFER_OVER - | ... | ... | ... | ... | ... | ... | ... | ... | ... | ...
      claim       | Claimed ana | Claimed ana | =         | TAKEN ben   | = | BEING_PUBLISHED ben | = | ANSWERED ben | = | CLOSED ben | CLOSED -
      release     | =          | =          | Open -      | NOT_OWNER ben | BEING_PUBLISHED ana | BEING_PUBLISHED ben | ANSWERED ana | ANSWERED ben | ANSWERED ana | CLOSED ben | CLOSED -
      hand-over   | Claimed ben | Claimed ben | Claimed ben | = | BEING_PUBLISHED ana | BEING_PUBLISHED ben | ANSWERED ana | ANSWERED ben | ANSWERED ana | CLOSED ben | CLOSED -
      draft       | Drafted ana | Drafted ana | Drafted ana | NOT_OWNER ben | BEING_PUBLISHED ana | BEING_PUBLISHED ben | ANSWERED ana | ANSWERED ben | ANSWERED ana | CLOSED ben | CLOSED -
      publish     | ANSWER_OVER - | ANSWER_OVER - | ANSWER_OVER ana | ANSWER_OVER ben | Answered ana | Answered ben | ANSWER_OVER ana | ANSWER_OVER ben | ANSWER_OVER ana | CLOSED ben | =
      publish-old | ANSWER_OVER - | ANSWER_OVER - | ANSWER_OVER ana | ANSWER_OVER ben | ANSWER_OVER ana | ANSWER_OVER ben | ANSWER_OVER ana | ANSWER_OVER ben | ANSWER_OVER ana | CLOSED ben | =
      fail        | ANSWER_OVER - | ... | ... | ... | Claimed ana | Claimed ben | ANSWER_OVER - | ... | ... | ... | ...
      fail-old    | ANSWER_OVER - | ... | ... | ... | ... | ... | ... | ... | ... | ... | ...
      answer      | Answered ana | Answered ana | Answered ana | NOT_OWNER ben | BEING_PUBLISHED ana | BEING_PUBLISHED ben | = | NOT_OWNER ben | = | CLOSED ben | CLOSED -
      answer-link | Answered ana | Answered ana | Answered ana | NOT_OWNER ben | BEING_PUBLISHED ana | BEING_PUBLISHED ben | Answered ana | NOT_OWNER ben | Answered ana | CLOSED ben | CLOSED -
      take-back   | NOTHING_TO_TAKE_BACK - | ... | ... | ... | ... | ... | Claimed ana | NOT_OWNER ben | NOTHING_TO_TAKE_BACK - | ... | ...
      close       | Closed ana | Closed ana | Closed ana  | NOT_OWNER ben | BEING_PUBLISHED ana | BEING_PUBLISHED ben | ANSWERED ana | ANSWERED ben | ANSWERED ana | = | =
      gone        | Closed -   | Closed -   | Closed -    | Closed -    | Closed -    | Closed -    | = | = | = | = | =
      come-back   | = | ... | ... | ... | ... | ... | Open - | ... | ... | ... | CLOSED -
      come-back-to | = | ... | ... | ... | ... | ... | Claimed ana | ... | ... | ... | CLOSED -
      reopen      | NOTHING_TO_TAKE_BACK - | ... | ... | ... | ... | ... | ... | ... | ... | Open - | NOTHING_TO_TAKE_BACK -
      """;

  @TestFactory
  Stream<DynamicTest> everyMoveInEveryStateDoesWhatTheTableSays() {
    List<List<String>> rows = rows();
    return rows.stream()
        .skip(1)
        .flatMap(row ->
            states().entrySet().stream()
                .map(state -> {
                  int column = rows.getFirst().indexOf(state.getKey());
                  String name = row.getFirst() + " when " + state.getKey();
                  return DynamicTest.dynamicTest(
                      name,
                      () ->
                          assertThat(
                                  said(Moves.apply(state.getValue(), moves().get(row.getFirst()))))
                              .isEqualTo(row.get(column)));
                }));
  }

  @Test
  void theTableHasEveryKindOfStateAndMove() {
    assertThat(states().values())
        .extracting(Object::getClass)
        .extracting(Class::getSimpleName)
        .containsAll(names(TicketState.class.getPermittedSubclasses()));
    assertThat(moves().values())
        .extracting(Object::getClass)
        .extracting(Class::getSimpleName)
        .containsAll(names(Move.class.getPermittedSubclasses()));
    assertThat(rows().getFirst()).containsAll(states().keySet());
    assertThat(rows()).extracting(List::getFirst).containsAll(moves().keySet());
  }

  @Test
  void theSamePersonUnderAnotherNameIsTheOwner() {
    Outcome outcome =
        Moves.apply(
            new TicketState.Claimed(ANA, NOW), new Move.Claim(new Colleague("ana", "A."), NOW));

    assertThat(outcome).isEqualTo(new Outcome.Unchanged());
  }

  private static Map<String, TicketState> states() {
    Map<String, TicketState> states = new LinkedHashMap<>();
    states.put("open", new TicketState.Open(NOW));
    states.put("offered", new TicketState.Offered(new OfferId(1), new ExpertId("ana"), NOW));
    states.put("claimed-ana", new TicketState.Claimed(ANA, NOW));
    states.put("claimed-ben", new TicketState.Claimed(BEN, NOW));
    states.put("drafted-ana", new TicketState.Drafted(ANA, new AnswerId(1), NOW));
    states.put("drafted-ben", new TicketState.Drafted(BEN, new AnswerId(1), NOW));
    states.put("answered-ana", new TicketState.Answered(ANA, NOW, null));
    states.put("answered-ben", new TicketState.Answered(BEN, NOW, null));
    states.put("linked-ana", new TicketState.Answered(ANA, NOW, LINK));
    states.put("closed-ben", new TicketState.Closed(CloseReason.NOT_WORTH_ANSWERING, BEN, NOW));
    states.put("gone", new TicketState.Closed(CloseReason.DELETED_OUTSIDE, null, NOW));
    return states;
  }

  private static Map<String, Move> moves() {
    Map<String, Move> moves = new LinkedHashMap<>();
    moves.put("offer", new Move.Offer(new OfferId(2), new ExpertId("ben"), NOW, NOW));
    moves.put("prolong", new Move.Prolong(new OfferId(1), NOW.plusSeconds(60), NOW));
    moves.put("prolong-old", new Move.Prolong(new OfferId(9), NOW.plusSeconds(60), NOW));
    moves.put("end", new Move.EndOffer(new OfferId(1), NOW));
    moves.put("end-old", new Move.EndOffer(new OfferId(9), NOW));
    moves.put("claim", new Move.Claim(ANA, NOW));
    moves.put("release", new Move.Release(ANA, NOW));
    moves.put("hand-over", new Move.HandOver(ANA, BEN, NOW));
    moves.put("draft", new Move.Draft(ANA, new AnswerId(1), NOW));
    moves.put("publish", new Move.Publish(new AnswerId(1), LINK, NOW));
    moves.put("publish-old", new Move.Publish(new AnswerId(9), LINK, NOW));
    moves.put("fail", new Move.FailToPublish(new AnswerId(1), NOW));
    moves.put("fail-old", new Move.FailToPublish(new AnswerId(9), NOW));
    moves.put("answer", new Move.Answer(ANA, null, NOW));
    moves.put("answer-link", new Move.Answer(ANA, LINK, NOW));
    moves.put("take-back", new Move.TakeBackAnswer(ANA, NOW));
    moves.put("close", new Move.Close(CloseReason.NOT_WORTH_ANSWERING, ANA, NOW));
    moves.put("gone", new Move.Close(CloseReason.DELETED_OUTSIDE, null, NOW));
    moves.put("come-back", new Move.ComeBack(null, NOW));
    moves.put("come-back-to", new Move.ComeBack(ANA, NOW));
    moves.put("reopen", new Move.Reopen(ANA, NOW));
    return moves;
  }

  private static List<List<String>> rows() {
    return TABLE
        .lines()
        .map(line -> {
          List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
          String[] filled = cells.toArray(String[]::new);
          for (int i = 1; i < filled.length; i++) {
            if (filled[i].equals("...")) filled[i] = filled[i - 1];
          }
          return List.of(filled);
        })
        .toList();
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved moved -> said(moved.state());
      case Outcome.Unchanged unchanged -> "=";
      case Outcome.Refused refused ->
          refused.why() + " " + (refused.owner() == null ? "-" : refused.owner().id());
    };
  }

  private static String said(TicketState state) {
    Colleague owner =
        switch (state) {
          case TicketState.Open open -> null;
          case TicketState.Offered offered -> null;
          case TicketState.Claimed claimed -> claimed.by();
          case TicketState.Drafted drafted -> drafted.by();
          case TicketState.Answered answered -> answered.by();
          case TicketState.Closed closed -> closed.by();
        };
    return state.getClass().getSimpleName() + " " + (owner == null ? "-" : owner.id());
  }

  private static List<String> names(Class<?>... kinds) {
    return Arrays.stream(kinds).map(Class::getSimpleName).toList();
  }
}
