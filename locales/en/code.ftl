### A code of five words that remembers what was learned, since the machine forgets. Titles: at most 38 characters. Choices: at most 34.

## In the list of lessons

code-way-in = I have a code
code-way-in-detail = To go on after another visit
# In place of the minutes of a lesson that a code remembers.
lesson-seen-earlier = You did this on another day

## The field

code-title = Type your code
# Before what is typed.
code-label = Code:
code-how = A code has five words. Put a space between the words. Accents and capital letters do not matter.
code-take = This is my code
code-none = I have no code
code-nothing = There is nothing here yet. Type the five words from your paper.
code-few = { $count ->
    [one] There is { $count } word here. A code has five words. Add the others at the end.
   *[other] There are { $count } words here. A code has five words. Add the others at the end.
}
code-many = There are more than five words here. A code has five words. Compare with your paper and delete the extra words.
# $at is the place of a word that nobody knows, from 1 on.
code-unknown = We do not know word { $at }. Compare it with your paper.
# Above words that look or sound like it. At most 36 characters.
code-near = Word { $at }: is it one of these?
code-mismatch = These five words do not belong together. Perhaps one word is different, or two words have changed places. Compare with your paper.
code-later-title = Soon
code-later = This code is from a newer machine. This machine cannot read it yet. Keep it: it will still work later. You can do all the lessons here.
# In a language that has no words for codes.
code-elsewhere = There are no codes in this language yet. Choose another language, or a lesson.

## After a code

welcome-back-title = Good to see you again!
welcome-back-lessons = You have done these lessons already:
# Lessons that this machine does not have.
welcome-back-others = { $count ->
    [one] And { $count } lesson that this machine does not have.
   *[other] And { $count } lessons that this machine does not have.
}
welcome-back-check = You also answered the questions “{ $check }”
welcome-back-empty = You still have all of it to discover.
welcome-back-kept = This machine forgets everything after your visit. Keep your code. After a lesson you get a new code.
# On the first page of the check of digital skills.
check-earlier = You answered these questions on another day. You can do them again, or choose a lesson below.

## On the pages to write down

slip-code = Your code
slip-code-for = These five words remember for you. On another day, choose “I have a code” and type them.
slip-code-says = They only say which lessons you have done, and the result of the questions.
slip-code-none = After a lesson you get a code here. With it, you can go on another day.
# Beside the way to the page to write down, at the end of a lesson.
slip-with-code = With a code, to go on another day
# On the last screen, for whoever has learned something.
finish-code = Write my code down first
