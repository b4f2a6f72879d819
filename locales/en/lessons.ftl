### Learning: lessons, their exercises, and the check of digital skills. Titles: at most 38 characters. Choices: at most 34.

## Learning by doing: the list of lessons and the first page of each

lessons-title = Learn and practise
# The short name of this screen in "Topics > Learn > The keyboard".
lessons-place = Learn
# On the home screen.
home-learn = Or learn something:
lessons-detail = Short lessons. You cannot break anything.
lessons-intro = Here you can try things out. You cannot break anything. Nothing is sent. Your name is not kept.
lessons-choose = Choose a lesson:
lessons-check = Where do you begin?
topic-lessons = Learn and practise:
lesson-minutes = { $minutes ->
    [one] About { $minutes } minute
   *[other] About { $minutes } minutes
}
# In place of the minutes of a lesson that was seen to the end.
lesson-seen = You have done this lesson
lesson-go-on = Go on where I was
lesson-begin = Begin
lesson-begin-detail = First a few questions about what you know
lesson-straight = Straight to the lesson
lesson-others = All lessons
lesson-progress = Part { $at } of { $of }
lesson-next = Go on
lesson-previous = Go back one part

## Before and after a lesson

sure-title = How sure do you feel?
sure-before = This lesson is about '{ $lesson }'. How sure do you feel with this today? No answer is wrong.
sure-after = You have followed the lesson '{ $lesson }'. How sure do you feel now?
sure-1 = Not sure at all
sure-2 = Not very sure
sure-3 = In between
sure-4 = Quite sure
sure-5 = Very sure
questions-before = A question before the lesson
questions-after = And now?
questions-progress = Question { $at } of { $of }
questions-pass = Skip the questions
# Only on paper for those who check a lesson: `kiosk page --answers`.
questions-right = This is the right answer

## An exercise. Titles: at most 38 characters. Choices: at most 34.

exercise-choose-one = Choose one answer
exercise-choose-several = Choose everything that fits
exercise-order = Put it in order
exercise-match = What belongs together?
exercise-type = Type this
exercise-keys = Press this key
exercise-pointer = Use the mouse
exercise-spot = What is suspicious?
exercise-form = Fill in the form
exercise-pass-phrase = A strong password
exercise-marks-how = Choose one or more lines. Then choose 'This is my answer'.
exercise-marks-undo = Choose a line again to take the mark away.
exercise-hint = A hint
exercise-get-hint = Give me a hint (F9)
exercise-show = Show me the answer
exercise-pass = Go on without answering
exercise-check = This is my answer
exercise-take-back = Take the last one back
exercise-again = Try again
exercise-once-more = Do this exercise again
# Beside a choice that is marked with a sign.
exercise-chosen = you chose this
exercise-marked = you find this suspicious
exercise-nothing-yet = Choose something first.
exercise-right = Yes, that is right!
# After each step of an exercise.
exercise-yes = Yes!
exercise-not-yet = Not quite yet
exercise-answer = This is the answer
exercise-told-fits = To choose here:
exercise-told-not = Not to choose here:
# Over pairs that were put together wrongly, with what belongs to each.
exercise-told-apart = This does not belong together yet. This helps on:
exercise-told-suspicious = This is suspicious:
exercise-told-fine = Nothing is wrong with this:
exercise-keys-were = These are the keys:
exercise-missing = All that you chose is right. Something is still missing.
exercise-order-first = What comes first?
exercise-order-next = What comes next?
exercise-match-with = What belongs to this: { $one }
exercise-type-this = Type: { $text }
# Before what is typed.
exercise-typed = You:
exercise-type-more = Not quite yet. It must look exactly like the text above.
exercise-key = Your key:
exercise-other-key = That was another key. No harm done: try again.
# Arrows and Enter are answers in this exercise.
exercise-keys-out = To reach these choices: key Tab, at the left of the keyboard.
# The same where Tab is the answer.
exercise-keys-out-down = To reach these choices: key ↓
exercise-practice = Copy this. It is made up:
# The field of a form: "Name:"
exercise-field = { $field }:
exercise-field-how = Type: { $text }. Then press Enter.
exercise-field-done = I have finished this box
exercise-field-empty = Nothing is written here yet.
exercise-field-shape = This is not written in the way that the form wants it.
exercise-field-other = This is not yet the text that is asked for. Compare letter by letter.

## Where a key is on the Belgian keyboard

# "Row 1" is the one with the digits.
stroke-alone = Next: press { $key }.
stroke-shift = Next: hold Shift down and press { $key }.
stroke-alt-gr = Next: hold Alt Gr down and press { $key }.
stroke-then = Then press { $key }.
stroke-space = Next: press the long bar at the bottom.
stroke-enter = Now: press Enter.
stroke-somewhere = Next: { $key }
stroke-back = Something is different. { $count ->
    [one] Press Backspace (←) once.
   *[other] Press Backspace (←) { $count } times.
}
stroke-caps-lock = Is everything in capitals? Press Caps Lock once, on the left.
stroke-capital = This must be a capital letter: hold Shift down.
# In place of the picture, for those who do not see it.
stroke-place = It is key { $at } of row { $row }. Do not count Tab, Caps Lock, Shift and the F keys.
stroke-between = It is between { $left } and { $right }.
stroke-first = It is the first one. { $right } is to the right of it.
stroke-last = It is the last one. { $left } is to the left of it.
stroke-longest = It is the longest key.
# Printed on keys in the picture.
cap-shift = Shift
cap-space = space
cap-alt-gr = Alt Gr

## The mouse

pointer-click = Click here
pointer-double-click = Double-click here
pointer-scroll = Turn the wheel
pointer-keyboard = That was the keyboard. Try it with the mouse.
pointer-too-slow = Almost! Click twice, a little faster.
pointer-other-move = That was a click. Turn the wheel of the mouse.
pointer-pass = Go on without a mouse
pointer-none = We are sorry. This machine has no mouse. You can try this on another computer:

## A made-up message, address or page

fake-sms = A made-up text message, from: { $from }
fake-email = A made-up e-mail, from: { $from }
fake-address = The address in this exercise: { $from }
fake-page = A made-up page: { $from }
fake-call = A made-up phone call, from: { $from }

## A pass phrase

phrase-drawn = This machine drew four words: { $words }
phrase-length = A long password is stronger than a difficult one. Each extra word makes it much harder to guess.
phrase-never = Never type a real password on this machine. Do not use these four words. Others can see them.
phrase-other = Draw four other words

## The end of a lesson

learned-title = Well done!
learned-text = This is the end of the lesson. You can come back whenever you want.
learned-surer = You feel surer than before the lesson. That counts.
learned-more = You now know more answers than before.
learned-answers = Good to know
learned-next = The next lesson
slip-lesson = Lesson
slip-learned = About
slip-guides = Go on with
slip-next = Next step
slip-lessons = Lessons

## The check of digital skills. It gives no grade.

check-title = What can you do already?
check-detail = Short questions, no name, no grade
check-intro = We ask at most { $number } short questions about your use of the internet. It is not an exam.
check-kind = You can stop at any time. You do not have to answer everything.
check-scope = First: how old are you?
check-scope-16-74 = 16 to 74 years
# Where it is counted; to choose from are the two apart.
check-scope-other = 15 or younger, 75 or older
check-scope-older = 75 years or older
check-scope-younger = 15 years or younger
check-not-said = I would rather not say
check-online-title = First of all
check-online = Did you use the internet in the last three months? On a computer, a tablet or a mobile phone.
# There are five subjects.
check-progress = Subject { $at } of { $of }
check-stop = Stop here
check-result-title = What you do already
# Its title where nothing is done yet.
check-result-first = Begin here
check-result-text = Thank you! This is your overview:
check-result-offline = Thank you! Here you may try everything, and people help you.
check-area-above = you do a lot of this
check-area-basic = you do some of this
check-area-none = something new to discover
check-next = A good next step: { $area }
check-lessons = Lessons that fit you:
check-again = Start the questions again
