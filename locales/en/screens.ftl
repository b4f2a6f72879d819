### The screens, in the order in which a resident meets them. Titles: at most 38 characters. Choices: at most 34.

## The question after some time without a key. At most 66 characters.

still-there = Still there? Press any key, or this visit will be erased.

## The line on the first screen of a visit. At most 66 characters.

welcome-counting = We count visits. When you finish, you can say no.

## Text that does not fit on one screen. At most 36 characters.

more-text = More text follows: press ↓
end-of-text = This is the end. Back up: press ↑

## Words that several screens use

go-back = Go back
go-home = All topics
go-finish = Finish and erase my visit
go-person = Talk to a person
go-places = Find help near me
go-stuck = I have a problem
go-counting = What is counted
call-warning = Be careful
call-tip = Tip
# Something that comes from an old or weak source.
fact-doubt = This may have changed. Ask here to be sure.
fact-doubt-in-section = Something on this page may have changed. Ask here to be sure.
# In place of a price, hours or an address that nobody has checked for long. Used alone after a label, and in a sentence.
fact-past-price = please phone to confirm the price: { $number }
fact-past-hours = please phone to confirm the hours: { $number }
fact-past-address = please phone to confirm the address: { $number }
# The same, where there is no number to phone.
fact-past-price-ask = ask here for the price
fact-past-hours-ask = ask here for the hours
fact-past-address-ask = ask here for the address
# In place of a phone number.
fact-past-phone = ask here for the number
# How these stand in the middle of a sentence.
fact-past-in-text = ({ $instead })
# "Place de la Vieille Halle aux Blés 1, 1000 Brussels"
fact-address = { $street } { $number }, { $postcode } { $town }
# The same, where only the street is known.
fact-address-street = { $street }, { $postcode } { $town }

# In the place of a page of damaged content.
unreadable-title = This page cannot be read
unreadable-text = We are sorry. This machine cannot read this page. Please ask the staff here, or choose another page.

## The choice of a language

languages-now = You are reading this language now

## Home: what happened, and topics

home-title = What do you need?
# The short name of this screen in "Topics > Moving".
home-place = Topics
home-events = Choose your situation:
home-topics = Or choose a topic:
home-person = Or ask a person:
home-empty = We are sorry. This machine cannot explain anything today. Please ask the staff here.
topic-services = Choose what you want to do:
event-services = This can help you:
list-part = Part { $at } of { $of }
list-more = More of this list

## Finding something in one's own words: F3

search-title = What are you looking for?
# Before what is typed.
search-label = Search:
search-how = Type what you need, in your own words. Mistakes do not matter.
# Above what was found. At most one line of a small screen.
search-choose = Choose with ↓, then press Enter.
# A word of the glossary among what was found.
search-term = { $word } (word)
search-letters = Letters on the screen
search-keyboard = Type on the keyboard
# Two keys on the screen: at most 10 characters.
search-space = space
search-take-back = delete
search-clear = Erase everything
# Where nothing fits well.
search-understood = We understood: { $words }
search-not-understood = We do not know this word yet. Try another word, or choose:
search-perhaps = Perhaps this helps:
search-topics = These topics may help:
search-words = Or try another word:
# Why something was found, behind its title: the word that was meant, also in another language.
search-word = “{ $word }”
search-word-in = { $language }: “{ $word }”

## A finder: questions that lead to a service

event-finder = Not sure what to choose?
event-finder-detail = A few questions, no name or number
found-title = This can help you
finder-unsure = I do not know
finder-answered = { $question } { $answer }
finder-earlier = Change an answer:

## A service

service-what-now = What do you want to do?
service-start = Show me step by step
service-start-detail = { $steps ->
    [one] First what you need, then { $steps } step
   *[other] First what you need, then { $steps } steps
}
service-routes = Counter, phone, post, internet
service-slip = Write down the main points
service-cost = Cost
service-run-by = Who runs this
service-related = See also:
route-online = Internet
route-counter = Counter
route-phone = Phone
route-post = Post
# The three answers to "does this way exist?", one after the other on a line.
route-offered = { $route }: yes.
route-ask = { $route }: ask.
route-none = { $route }: no.

## Before you start

before-title = Before you start
before-have = Have this ready
before-know = Good to know
before-first-step = Go to step 1

## The ways to get it done

routes-title = Counter, phone, post, internet
routes-which = Which way suits you?
route-offered-detail = This is possible
route-ask-detail = Maybe: we tell you who to ask
route-none-detail = Not possible: we tell you what to do instead
route-other = Another way

## A step

step-progress = Step { $at } of { $of }
step-next = Next step
step-previous = Go back one step
step-previous-none = Back to what you need
step-done = I have read everything

## Stuck

stuck-title = What is the problem?
stuck-intro = It happens to everybody. Choose what fits best.

## The end of a guide

done-title = That was the last step
done-text = You have seen all the steps. You can look at them again whenever you want.
done-question = Was this useful?
done-yes = Yes
done-no = No
done-skip = I do not know
done-thanks = Thank you. Good luck with it!
done-sorry = We are sorry that this did not help. A person can help you.
done-fine = No problem.
done-next = What now?

## The page to write down

slip-title = Write this down
slip-name = About
slip-contact = Phone, address
slip-phone = Phone
slip-address = Address
slip-hours = Hours
slip-bring = Bring
slip-ask = Ask the staff here.

## A person

person-title = A person can help you
person-urgent = When it is urgent
person-urgent-number = { $number }: { $name }
person-here = Here
person-ask-staff = Ask the staff here. They are glad to help.
person-ask-staff-of = Ask the staff of { $place }. They are glad to help.
# What opens and closes: "Help point: opens today at 9:00".
person-staff-hours = Help point
person-hours = Hours
person-today = Today
person-not-today = Nobody helps here today. The other days are below.
person-service = About: { $service }
person-right = This is your right. The Region and your commune must help you at a counter, by phone and post.

## Help near you: places where people help

places-title = Help near you
# The short name of this screen in "Topics > Help > Jette".
places-place = Help
places-where = Where are you looking?
places-here = Near here: { $commune }
places-map = On a map of Brussels
places-list = By commune or postcode
places-needs = Or what are you looking for?
need-one-to-one = Somebody who helps me
need-computer = A computer
need-printer = A printer
need-training = A course
need-card-reader = A reader for identity cards
# Also on a tile of the map: at most 12 characters.
places-count = { $count ->
    [0] see close by
    [one] { $count } place
   *[other] { $count } places
}
communes-title = The 19 communes
communes-which = Choose a commune:
# "Jette (1090)"
commune-postcodes = { $commune } ({ $postcodes })
map-title = The map of Brussels
near-title = Help: { $commune }
near-none-here = We do not know a place here yet. Here are other places.
# Nowhere at all.
near-none = We do not know a place for this yet. Ask the staff here.
near-in = Here: { $commune }
near-close = Close by: { $commune }
near-further = Further away: { $commune }
# A commune that has more places than stand there.
near-more = More places: { $commune }
near-everywhere = For the whole region
near-town-hall = The town hall
near-other = Choose another commune
# Nobody has confirmed that a place is still there.
place-not-confirmed = Not confirmed: phone first
# The same after the kind of place: small letters.
place-phone-first = not confirmed, phone first
place-not-confirmed-text = We do not know if this place still helps you. Phone before you go there.
# "Library: open now, until 17:00": a kind of place, and "place-phone-first" or what formats.ftl says of a door.
place-kind-and-state = { $kind }: { $state }
place-web = Website
place-offers = What you find there
place-help = Digital help
# Days with other hours than in an ordinary week. $from and $to are whole dates; the hours stand below.
place-exceptions = Special days
place-closed-on = { $from }: closed
place-closed-from-to = { $from } to { $to }: closed
place-other-on = { $from }: other hours
place-other-from-to = { $from } to { $to }: other hours
place-languages = Languages
place-others = Find another place
kind-computer-room = Public computer room
kind-library = Library
kind-community-centre = Community centre
kind-help-desk = Help point
kind-employment = Help to find work
kind-other = Another place
offer-computers = computers
offer-internet = internet
offer-wifi = Wi-Fi
offer-printing = printer
offer-scanning = scanner
offer-training = courses
offer-workshops = workshops
offer-individual-help = personal help
offer-eid-reader = reader for identity cards
offer-study-space = room to study
offer-admin-documents = help with papers
digital-help-likely = probably: ask there
digital-help-not-stated = we do not know: ask there
digital-help-network = this place knows who can help you

## Learning by doing: the list of lessons and the first page of each

lessons-title = Learn and practise
# The short name of this screen in "Topics > Learn > The keyboard".
lessons-place = Learn
# On the home screen.
home-learn = Or learn something:
lessons-detail = Short lessons. You cannot break anything.
lessons-intro = Here you can try things out. You cannot break anything. Nothing is sent, and nothing is kept.
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
sure-before = This lesson is about: { $lesson }. How sure do you feel with this today? No answer is wrong.
sure-after = You have practised: { $lesson }. How sure do you feel now?
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
exercise-hint = A hint
exercise-get-hint = Give me a hint (F9)
exercise-show = Show me the answer
exercise-pass = Go on without answering
exercise-check = This is my answer
exercise-take-back = Take the last one back
exercise-again = Try again
# Beside a choice that is marked with a sign.
exercise-chosen = you chose this
exercise-marked = you find this suspicious
exercise-nothing-yet = Choose something first.
exercise-right = Yes, that is right!
# After each step of an exercise.
exercise-yes = Yes!
exercise-not-yet = Not quite yet
exercise-answer = This is the answer
exercise-told-fits = This fits:
exercise-told-not = This does not fit:
exercise-told-suspicious = This is suspicious:
exercise-told-fine = Nothing is wrong with this:
exercise-missing = All that you chose is right. Something is still missing.
exercise-order-first = What comes first?
exercise-order-next = What comes next?
exercise-match-with = What belongs to: { $one }?
exercise-type-this = Type: { $text }
# Before what is typed.
exercise-typed = You:
exercise-type-more = Not quite yet. It must look exactly like the text above.
exercise-key = Your key:
exercise-other-key = That was another key. No harm done: try again.
exercise-practice = Copy this. It is made up:
# The field of a form: "Name:"
exercise-field = { $field }:
exercise-field-how = Type it, then press Enter.
exercise-field-done = This field is ready
exercise-field-empty = Nothing is written here yet.
exercise-field-shape = This is not written in the way that the form wants it.
exercise-field-other = It is well written, but it is not the same as above.

## Where a key is on the Belgian keyboard

# "Row 1" is the one with the digits.
stroke-alone = Next: press { $key }. It is key { $at } of row { $row }.
stroke-shift = Next: hold Shift down and press { $key }. It is key { $at } of row { $row }.
stroke-alt-gr = Next: hold Alt Gr down and press { $key }. It is key { $at } of row { $row }.
stroke-then = Then press { $key }.
stroke-space = Next: press the long bar at the bottom.
stroke-somewhere = Next: { $key }
stroke-back = Something is different. Press Backspace (←) to take it back.
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
fake-address = A made-up web address: { $from }
fake-page = A made-up page: { $from }
fake-call = A made-up phone call, from: { $from }

## A pass phrase

phrase-drawn = This machine drew four words: { $words }
phrase-length = A long password is stronger than a difficult one. Each word more makes it much harder to guess.
phrase-never = Never type a real password on this machine. Do not use these four words. Others can see them.
phrase-other = Draw four other words

## The end of a lesson

learned-title = Well done!
learned-text = You have tried it all. You can come back to it whenever you want.
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
check-intro = We ask at most { $number } short questions about what you do on the internet. It is not an exam.
check-kind = You can stop at any time. You do not have to answer everything.
check-scope = First: how old are you?
check-scope-16-74 = 16 to 74 years
check-scope-other = Younger or older
check-not-said = I would rather not say
check-online-title = First of all
check-online = Did you use the internet in the last 3 months? On a computer, a tablet or a mobile phone.
# There are five subjects.
check-progress = Subject { $at } of { $of }
check-stop = Stop here
check-result-title = What you do already
check-result-text = Thank you! This is what you do already:
check-result-offline = Thank you! You can begin whenever you like. Here you may try everything, and people help you.
check-area-above = you do a lot of this
check-area-basic = you do some of this
check-area-none = something new to discover
check-next = A good next step: { $area }
check-lessons = Lessons that fit you:

## Display

display-title = How the screen looks
display-intro = Choose what you read best:
display-dark = Light letters on black
display-dark-detail = With a few calm colours
display-contrast = Strong contrast
display-contrast-detail = Only white and yellow on black
display-monochrome = No colours
display-monochrome-detail = Bold and underlined letters instead
display-now = The screen looks like this now

## Hard words

words-title = Words on this page
words-intro = Choose a word. We explain it.
word-official = Say this at the counter
# The same name in French and in Dutch.
word-official-pair = { $one } = { $other }
words-all = All words explained
glossary-title = All words explained
glossary-areas = By subject:
glossary-letters = By first letter:
area-information = Looking things up online
area-communication = Writing and talking
area-content-creation = Making documents
area-safety = Safety and privacy
area-problem-solving = Devices and problems

## Finish

finish-title = Do you want to finish?
finish-text = We then erase your visit. The next person sees nothing of it.
finish-yes = Yes, finish
finish-yes-uncounted = Yes, but do not count my visit
finish-no = No, go on
erased-title = Nothing about you is kept
erased-nothing-kept = Your visit is erased. This machine knows nothing about you.
erased-not-counted = Your visit was not counted.
erased-goodbye = Goodbye, and good luck!
erased-next = Press a key to start again.

## What is counted: on the last screen, and on a page of its own

counting-title = What is counted
counting-intro = We count to know what people need. We count each point below once. We do not keep which points belong together. Your name is not there.
counting-visits = All visits, and those of today
counting-engaged = Visits in which a guide or a lesson was opened
counting-language = Visits in this language: { $language }
counting-part = Visits at this time of the week (morning, afternoon or evening)
counting-level-one = Visits about one level of government
counting-level-several = Visits about several levels of government
counting-search-hit = Visits in which a search found something
counting-search-zero = Visits in which a search found nothing that fits
counting-search-chosen = Visits in which a topic or another word was chosen instead
# "Choice: Counter (identity)": a way to a person, and a group of services.
counting-human = Choice: { $way } ({ $group })
counting-near = Near you: a place was opened
# "Set up itsme safely: opened, steps begun, last step read: 3"
counting-service = { $service }: { $what }
counting-opened = opened
counting-started = steps begun
counting-done = read to the end
counting-left = last step read: { $step }
counting-written-down = “Write down the main points” opened
counting-useful = useful: yes
counting-not-useful = useful: no
# "Lesson The keyboard and the mouse: begun"
counting-lesson = Lesson { $lesson }: { $what }
counting-lesson-started = begun
counting-lesson-done = done to the end
# The question of a pair before the lesson, and the one after it.
counting-gain-right-right = question { $pair }: right before, right after
counting-gain-right-wrong = question { $pair }: right before, not after
counting-gain-wrong-right = question { $pair }: not before, right after
counting-gain-wrong-wrong = question { $pair }: not before, not after
# "What can you do already? begun"
counting-check = { $check } { $what }
counting-check-started = begun
counting-check-done = done to the end
counting-check-partial = some answers not given
# "begun, by language: Nederlands"
counting-by-language = { $what }, by language: { $language }
language-group-other-eu = another language of the European Union
language-group-other = another language
# $level is the code of the counter: "B".
counting-check-level = all together: group { $level } ({ $scope })
counting-check-area = { $area }: { $level }
counting-refused = Your visit is not counted.
counting-refuse = Do not count my visit
counting-allow = Count my visit
group-administration = administration
group-identity = identity
group-work = work
group-housing-energy = housing and energy
group-tax-money-bank = tax, money and bank
group-health = health
group-family-school = family and school
group-mobility-environment = transport and environment
group-justice-safety = justice and safety
group-skills = digital skills
