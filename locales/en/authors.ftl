### Words for people who write content: the prompts of `kiosk new`, and what `kiosk preview` shows beside a page.

## The prompts of a new item. "???" stands before each of them.

new-title = Title of the guide
new-purpose = One sentence: what is it for?
# Variables:
#   $number (number): which step it is
new-step = Title of step { $number }
new-step-text = What to do here, in short sentences
# Variables:
#   $number (number): which problem it is
new-stuck = Problem { $number }, as people say it
new-stuck-text = Another way, and a person who can help
new-run-by = Who runs this service
new-word = A word that people use for it
new-cost = What it costs (or: ask here)
new-before = What to bring
new-counter = What to do at the counter (or: ask here)
new-phone = What to do by phone (or: ask here)
new-post = What to do by post (or: ask here)
new-online = What to do on the internet (or: ask here)
new-finder = What these questions find
new-question = The question, very short
new-answer = An answer to choose
new-end = Why these services, in one sentence
new-lesson = Title of the lesson
new-lesson-purpose = One sentence: what can one do after it?
# $number (number): which card it is
new-card = Title of card { $number }
new-card-text = One idea, in short sentences
new-task = What is asked, and how to answer
new-hint = What leads on, without giving the answer away
new-why = Why this is so
new-because = Why, without blame
new-right = The right answer
new-wrong = Another answer
new-item = The next step, in the right order
new-pair-one = A word
new-pair-other = What belongs to that word
new-question-before = The question before the lesson
new-question-after = The same idea, with another example
new-room = Name of the room, at most 40 signs
new-room-purpose = One sentence: what can one try here?
new-room-goal = What there is to reach
new-learned = What to keep in mind
new-tells = What happens now
new-device = What stands at its top
new-line = A line of text on it
new-field = What to write
new-practice = Made up, to copy
new-button = The right button
new-wrong-button = A wrong button
new-mistake = Why not, and what is better
new-topic = Name of the topic
new-event = What happened, as people say it
new-headword = The word
new-explanation = What the word means, in short sentences
new-urgent = When to call this number
new-place = The name of this place
new-street = The street

## What stands beside a page in a preview. The findings themselves are in English.

# Variables:
#   $count (number): how many things
preview-to-correct = { $count ->
    [one] { $count } thing to correct
   *[other] { $count } things to correct
}
# The newest version cannot be shown.
preview-last-good = You see the last good version.
preview-gone = This page is no longer in the files.
preview-look = Look at your files.
preview-nothing = Nothing to correct.
preview-leave = Ctrl-Q leaves the preview.
preview-more = For the others: kiosk check
