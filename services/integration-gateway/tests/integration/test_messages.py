"""Text messages and push notifications over real HTTP."""

from uuid import uuid5

from outside_world import NAMES, Outside

from integration_gateway.domain.notifications.notice import Channel, Delivery, Notice


def a_notice(name: str, recipient: str = "16400000000", channel: Channel = Channel.SMS) -> Notice:
    """A message of its own for each name."""
    return Notice(uuid5(NAMES, name), channel, recipient, "loan-approved", {"amount": "10000.00"})


async def test_a_batch_is_delivered_in_order(outside: Outside) -> None:
    notices = [a_notice(f"batch {number}") for number in range(6)]
    before = await outside.calls("MESSAGE")
    deliveries = await outside.messages().send(notices)
    assert deliveries == [Delivery(notice.notice_id, True, "0") for notice in notices]
    assert await outside.calls("MESSAGE") == before + 1


async def test_a_push_notification_goes_to_the_registration_of_a_device(outside: Outside) -> None:
    registration = "fQx3:APA91bH-demo_0123456789"
    pushed, misdirected = a_notice("push", registration, Channel.PUSH), a_notice("no device", "x", Channel.PUSH)
    assert await outside.messages().send([pushed, misdirected]) == [
        Delivery(pushed.notice_id, True, "0"),
        Delivery(misdirected.notice_id, False, "7"),
    ]
    [taken] = [item for item in (await outside.look("messages"))["items"] if item["id"] == str(pushed.notice_id)]
    assert taken["channel"] == "PUSH"
    assert registration not in str(taken)


async def test_a_repeated_message_is_sent_once(outside: Outside) -> None:
    notice = a_notice("repeated")
    for _ in range(2):
        [delivery] = await outside.messages().send([notice])
        assert delivery.delivered
    sent = [item for item in (await outside.look("messages"))["items"] if item["id"] == str(notice.notice_id)]
    assert [(item["template"], item["requests"]) for item in sent] == [("loan-approved", 2)]
    assert notice.recipient not in str(sent)


async def test_a_wrong_number_fails_alone(outside: Outside) -> None:
    good, bad = a_notice("good"), a_notice("bad", "12345")
    assert await outside.messages().send([bad, good]) == [
        Delivery(bad.notice_id, False, "7"),
        Delivery(good.notice_id, True, "0"),
    ]


async def test_a_provider_that_is_down_delivers_nothing_and_raises_nothing(outside: Outside) -> None:
    await outside.switch("PUT", "faults/MESSAGE", status=500)
    notice = a_notice("down")
    assert await outside.messages(attempts=2).send([notice]) == [
        Delivery(notice.notice_id, False, "http-500", answered=False)
    ]


async def test_no_messages_make_no_call(outside: Outside) -> None:
    before = await outside.calls("MESSAGE")
    assert await outside.messages().send([]) == []
    assert await outside.calls("MESSAGE") == before
