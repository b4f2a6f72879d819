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

## Three questions on the way out, for those who like to answer

ask-title = Before you go: three questions
ask-intro = You do not have to answer. Your answers show which people this machine helps. We count each answer by itself. Nobody can know who answered.
ask-without = Go on without answering
ask-on = Go on, no more questions
ask-first = Is this your first time at this machine?
ask-age = How old are you?
ask-age-0-15 = 15 or younger
ask-age-16-24 = 16 to 24
ask-age-25-54 = 25 to 54
ask-age-55-64 = 55 to 64
ask-age-65-74 = 65 to 74
ask-age-75 = 75 or older
ask-net = Do you have the internet at home?
# On the last screen, below what is counted.
ask-change = Change my answers

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
counting-engaged = Visits in which a guide, a lesson, a practice or the questions were opened
counting-assisted = Visits in which somebody was helped
counting-language = Visits in this language: { $language }
counting-part = Visits at this time of the week (morning, afternoon or evening)
counting-pack = Visits with this version of the guides
counting-level-one = Visits about one level of government
counting-level-several = Visits about several levels of government
counting-search-hit = Visits in which a search found something
counting-search-zero = Visits in which a search found nothing that fits
counting-search-chosen = Visits in which a topic or another word was chosen instead
counting-zero-topic = Nothing found, this topic chosen instead: { $topic }
# "Choice: Counter (identity)": a way to a person, and a group of services.
counting-human = Choice: { $way } ({ $group })
counting-near = Near you: a place was opened
# "Set up itsme safely: opened, steps begun, last step read: 3"
counting-service = { $service }: { $what }
counting-opened = opened
# An item of a list: "by language and area: Nederlands, identity".
counting-opened-in = by language and area: { $language }, { $group }
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
counting-gain-right-right = question { $pair }: right answer before and after
counting-gain-right-wrong = question { $pair }: right answer before, not after
counting-gain-wrong-right = question { $pair }: right answer after, not before
counting-gain-wrong-wrong = question { $pair }: right answer neither before nor after
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
# The name of a theme.
counting-display = Visits with this display: { $display }
counting-letters = Visits in which letters on the screen were used
counting-first = First time at this machine: { $answer }
counting-age = Age: { $answer }
counting-net = Internet at home: { $answer }
counting-no-answer = no answer
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
