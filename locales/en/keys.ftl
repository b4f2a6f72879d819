### The keys: what is printed on them, their names in the key bar, and what the help screen says about them.

## What is printed on a key (Belgian keyboard)

cap-f = F{ $number }
cap-enter = Enter
cap-escape = Esc
cap-tab = Tab
cap-home = Home
cap-page-up = PgUp
cap-page-down = PgDn
cap-up = ↑
cap-down = ↓
cap-left = ←
cap-right = →

## The key bar: at most 10 characters, 8 for the keys marked *

# *
key-help = Help
key-languages = Language
# *
key-search = Search
key-display = Screen
key-write-down = Write down
# *
key-person = A person
key-words = Words
key-hint = Hint
# *
key-finish = Finish
# *
key-back = Back
key-home = Topics
# *
key-walk = More

## The help screen

help-title = Help: the keys
help-intro = You cannot break anything here. Every key below is safe. One key at a time is enough.
help-picture = The keys of this machine. At the top: Esc and the F keys. Below: the numbers 1 to 9 and Home. At the bottom: Tab, Enter, the arrows, PgUp and PgDn.
help-arrows = Move up or down
help-choose = Choose what is marked
help-pages = Turn the page
help-numbers = Choose by number
help-complete = Complete the word, when you search
help-help = This page
help-languages = Another language
help-search = Search in your own words
help-display = How the screen looks
help-write-down = What to write down
help-person = People who help you
help-words = Hard words, explained
help-hint = A hint in an exercise
help-finish = Finish and erase your visit
help-back = Go back one screen
help-home = All topics
help-walk = Go to the next choice, also among the keys below

## The printed key card: `kiosk key-card`

card-title = The keys of this machine
card-digits = For numbers, one key is enough: you do not need Shift.
card-stickers = Stickers: cut them out and stick them on the keys.
card-ruler = Ruler: a capital H on the screen must be at least as high as these bars. Print at 100 %.
card-distance = to read at { $distance } cm
