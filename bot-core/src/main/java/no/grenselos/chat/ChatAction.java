package no.grenselos.chat;

/**
 * What somebody inside did; the same whether by button, emoji, form or command. The records of all
 * groups have different names.
 */
public sealed interface ChatAction
    permits TicketAction,
        AskAction,
        HouseChange,
        InviteAction,
        CareAction,
        ReplyAction,
        StormAction,
        RuleAction,
        OutcomeAction,
        InsightAction,
        BringAction {}
