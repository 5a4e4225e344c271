-- Somebody who writes a lot has thousands of tickets: each of their posts looks for the one of its conversation.
create index ticket_conversation on ticket (customer, conversation, id) where customer is not null;
