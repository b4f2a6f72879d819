### Practice: rehearsal rooms and the scam gym. Titles: at most 38 characters. Choices: at most 34.

## Rehearsal rooms

# On the list of lessons, over the ways to the rooms and to the scam gym.
lessons-moments = Try a difficult moment:
rooms-title = Practise before it is real
# The short name in "Topics > Learn > Rehearse".
rooms-place = Practise
rooms-detail = A code, a card reader, a call: try it here.
rooms-intro = Here you live a difficult moment without danger. Nothing is real. Mistakes are welcome.
rooms-choose = What would you like to try?
# In place of the minutes of a room that was played to its end.
room-seen = You have done this
room-goal = What you do here
room-practice = Use only the data that you see here. Never type your own code.
room-begin = Begin
room-others = Other moments to try
# At the top of every page of a room: at most 24 characters.
room-nothing-real = Practice, not real
# At the top of a device: what it is, then what stands on it.
device-screen = Computer: { $title }
device-phone = Your phone: { $title }
device-reader = Card reader: { $title }
device-voice = A voice: { $title }
room-type = Type: { $text }
# After another key.
room-type-only = Type only: { $text }
# When all of it stands in the field.
room-enter = Yes! Now: Enter.
room-fill = Fill it in for me
mistake-title = It happens to many people
mistake-chosen = You chose: { $button }
mistake-why = Why it is better not to
mistake-on = See what happens then
room-leave = Stop this practice
rehearsed-title = You have done it!
rehearsed-text = You have reached the end. Keep this in mind:
room-next = Try the next moment
room-again = Do it once more
# At the end of a guide, over rooms in which one can try it.
service-rooms = Practise it first:

## The scam gym

gym-title = Real or false?
gym-place = Real or false?
gym-detail = Ten messages. Which ones can you trust?
gym-intro = You see ten messages, one after the other. Say whether each is real or false. Then find what shows that a message is false.
gym-practice = All the messages are made up. Nothing can happen to you. Take your time.
gym-begin = Begin: ten messages
gym-go-on = Go on where I was
gym-other-ten = Ten other messages
gym-progress = Message { $at } of { $of }
gym-next = The next message
gym-finish = To the end
gym-previous = Go back one message
gym-end-title = Well done: ten messages
gym-end-text = You took your time and you looked well. That is what protects you. When you are not sure, do nothing and ask somebody.
# Whom to call and where to forward a false message.
gym-help = If a message causes trouble
exercise-real-or-false = Real or false?
gym-false = It is false
gym-real = It is real
gym-is-false = This message is false.
gym-is-real = This message is real.
gym-taken-for-real = It looks real: that is the trick. Look at it again, line by line.
gym-look = Find what shows it is false
gym-mark = It is false. What shows it?
fake-qr = A made-up QR code, from: { $from }
